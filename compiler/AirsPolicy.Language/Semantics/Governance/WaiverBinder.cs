using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Names;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Binds <c>waive</c>: the one way to loosen what is in force, with a reason, an approver and an end.</summary>
internal static class WaiverBinder
{
    /// <summary>The waivers of the policies in force; what is wrong is reported and left out.</summary>
    public static ValueList<WaiverModel> Bind(BindingContext context, SystemModel? system)
    {
        var waivers = new SortedList<string, WaiverModel>(StringComparer.Ordinal);
        foreach (var package in context.InForce)
        {
            foreach (var syntax in package.Syntax.Trees.SelectMany(tree => tree.Root.Declarations).OfType<WaiveDeclarationSyntax>())
            {
                if (Bind(context, package, syntax, system?.Owner) is { } waiver && !waivers.TryAdd(waiver.Subject, waiver))
                    context.Report(
                        ControlDiagnostics.MemberTwice,
                        syntax.Keyword.Source,
                        syntax.Subject.Span,
                        context.Root.Name,
                        $"waive {syntax.Subject.Text}");
            }
        }
        return waivers.Values.ToValueList();
    }

    /// <summary>A control as its waiver leaves it: in detect mode until its end, and in force again on the day after.</summary>
    public static ControlModel Apply(ControlModel control, ValueList<WaiverModel> waivers)
    {
        foreach (var waiver in waivers)
        {
            if (waiver.Kind != WaiverKind.Control || waiver.Subject != control.Id)
                continue;
            return control.Detect switch
            {
                null => control with { Detect = new DetectMode(waiver.Until) },
                { Until: { } until } => control with { Detect = new DetectMode(Math.Max(until, waiver.Until)) },
                _ => control,
            };
        }
        return control;
    }

    private static WaiverModel? Bind(BindingContext context, PackageSymbol package, WaiveDeclarationSyntax syntax, string? owner)
    {
        if (syntax.Subject.IsMissing)
            return null;
        var source = syntax.Keyword.Source;
        if (!package.IsPolicy)
        {
            var waives = $"waives '{syntax.Subject.Text}'";
            context.Report(GovernanceDiagnostics.LibraryWaives, source, syntax.Subject.Span, package.Name, waives);
            return null;
        }
        var with = (syntax.With?.Paths.AsEnumerable() ?? [])
            .Select(path => (Path: path, Control: RequireControl(context, package, path)))
            .Where(found => found.Control is not null)
            .Select(found => new CompensationModel(IdOf(found.Control!), context.Place(package, source, found.Path.Span)))
            .ToValueList();
        if (Subject(context, package, syntax, owner) is not var (kind, subject)
            || (syntax.Until.Date.Literal as DateLiteral)?.DayNumber is not { } until)
            return null;
        return new WaiverModel(
            kind,
            subject,
            Literals.Text(syntax.Because.Text) ?? "",
            Literals.Text(syntax.Approved.Text) ?? "",
            Literals.Text(syntax.Role?.Text),
            until,
            with,
            context.Place(package, source, syntax.Subject.Span));
    }

    private static (WaiverKind Kind, string Subject)? Subject(
        BindingContext context,
        PackageSymbol package,
        WaiveDeclarationSyntax syntax,
        string? owner)
    {
        if (syntax.Subject.Parts is [{ Kind: TokenKind.CatalogueId } id])
        {
            Approvers.Check(context, syntax.Approved, $"The waiver of '{id.Text}'", [owner]);
            return CatalogueIdBinder.Bind(context, package, id) is null ? null : (WaiverKind.Id, id.Text);
        }
        if (RequireControl(context, package, syntax.Subject) is not { } control)
            return null;
        IReadOnlyList<MemberSyntax> members = control.Syntax is ControlDeclarationSyntax declaration ? [.. declaration.Block.Members] : [];
        if (members.OfType<NeverWaivedMemberSyntax>().Any())
        {
            context.Report(GovernanceDiagnostics.NeverWaived, syntax.Keyword.Source, syntax.Subject.Span, control.Name);
            return null;
        }
        var owners = members.OfType<OwnerMemberSyntax>().Select(member => Literals.Text(member.Text)).Prepend(owner);
        Approvers.Check(context, syntax.Approved, $"The waiver of '{syntax.Subject.Text}'", owners);
        return (WaiverKind.Control, IdOf(control));
    }

    // A limit that stands by itself is a control like others.
    private static string IdOf(Symbol control) => control.Kind == SymbolKind.Limit ? LimitControls.IdOf(control) : control.QualifiedName;

    private static Symbol? RequireControl(BindingContext context, PackageSymbol package, PathSyntax path)
    {
        if (!path.IsMissing && NameLookup.FindAny(package, path.Text) is null)
        {
            var known = NameLookup.Names(package, SymbolKind.Control).Concat(NameLookup.Names(package, SymbolKind.Limit));
            context.ReportUnknown(
                NameDiagnostics.UnknownDeclaration,
                path.Parts[0].Source,
                path.Span,
                path.Text,
                known,
                "control or limit",
                path.Text);
            return null;
        }
        var kind =
            NameLookup.Find(package, path.Text, SymbolKind.Control) is null
            && NameLookup.Find(package, path.Text, SymbolKind.Limit) is not null
                ? SymbolKind.Limit
                : SymbolKind.Control;
        if (NameLookup.Require(context, package, path, kind) is not { } control)
            return null;
        if (context.InForce.Contains(control.Package))
            return control;
        context.Report(GovernanceDiagnostics.NotInForce, path.Parts[0].Source, path.Span, control.Name, control.Package.Name);
        return null;
    }
}
