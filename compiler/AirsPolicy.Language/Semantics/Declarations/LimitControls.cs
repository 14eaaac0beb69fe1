using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Semantics.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Limits as controls: those that stand by themselves are one each, those of a tool are rules of the tool's.</summary>
internal static class LimitControls
{
    /// <summary>The id of the control that a limit is.</summary>
    public static string IdOf(Symbol limit) => $"{limit.Package.Name}.limit.{limit.Name}";

    /// <summary>Reports the limits without a name, which nothing can speak of.</summary>
    public static void CheckNamed(BindingContext context, PackageSymbol package)
    {
        foreach (var tree in package.Syntax.Trees)
        {
            foreach (var limit in tree.Root.Declarations.OfType<LimitDeclarationSyntax>().Where(limit => limit.Limit.Name is null))
                context.Report(EventDiagnostics.LimitAlone, tree.Source, limit.Keyword.Span, "a name");
        }
    }

    /// <summary>A limit that stands by itself; null where it stands nowhere.</summary>
    public static ControlModel? Bind(BindingContext context, FactTable table, Symbol symbol)
    {
        var syntax = ((LimitDeclarationSyntax)symbol.Syntax).Limit;
        var source = symbol.Declaration.Source;
        if (syntax.At is null)
        {
            context.Report(EventDiagnostics.LimitAlone, source, symbol.Declaration.Span, "the points at which it stands, as in 'at input'");
            return null;
        }
        var points = PointsBinder.Bind(context, symbol.Package, syntax.At.Points);
        if (points.IsEmpty)
            return null;
        var scopes = points.Select(point => ExpressionScope.Of(symbol.Package, source, table.At(point.Point, point.Tools))).ToArray();
        foreach (var scope in scopes)
            ScopeNames.Add(context, source, syntax, symbol.Package, scope.Facts);
        var id = IdOf(symbol);
        var rules = new LimitBinder(context, symbol.Package, source, syntax, id, id).Bind(scopes, 0);
        return new ControlModel(
            id,
            Literals.Text(syntax.Message),
            null,
            [],
            [],
            NeverWaived: false,
            null,
            new FixedEffectModel(new BlockEffect(null)),
            points.Select((point, i) => new PlacementModel(point.Point.Name, point.Tools.ToValueList(), rules[i])).ToValueList(),
            context.Place(symbol.Package, source, symbol.Declaration.Span));
    }

    /// <summary>The rules of the limits among some members, at one place.</summary>
    /// <param name="of">What the members are of, as messages name it (<c>a tool</c>).</param>
    /// <param name="control">The id of the control that the rules are of.</param>
    /// <param name="scope">The place, with the lets of the members.</param>
    /// <param name="first">The number of the first rule.</param>
    public static ValueList<RuleModel> Bind(
        BindingContext context,
        PackageSymbol package,
        SourceText source,
        IEnumerable<MemberSyntax> members,
        string of,
        string control,
        ExpressionScope scope,
        int first)
    {
        var rules = new List<RuleModel>();
        foreach (var (limit, id) in Named(context, members, of, control))
        {
            if (limit.At is { } at)
                context.Report(
                    new Diagnostic(EventDiagnostics.LimitPlace, source, at.Span, [of])
                    {
                        Fixes = [new DiagnosticFix("Remove 'at'", [new TextEdit(at.Span, "")])],
                    }
                );
            var arms = new LimitBinder(context, package, source, limit, id, control).Bind([scope], first)[0];
            rules.AddRange(arms);
            first += arms.Count;
        }
        return rules.ToValueList();
    }

    /// <summary>
    /// The limits among some members, each with its id: by its name, or by its place among the limits. A name that stands twice is reported
    /// and left out.
    /// </summary>
    public static IEnumerable<(LimitMemberSyntax Limit, string Id)> Named(
        BindingContext context,
        IEnumerable<MemberSyntax> members,
        string of,
        string control)
    {
        var names = new ClauseSet(context, of);
        var number = 0;
        foreach (var limit in members.OfType<LimitMemberSyntax>())
        {
            number++;
            if (limit.Name is null || names.First($"limit {limit.Name.Text}", limit))
                yield return (
                    limit,
                    $"{control}.limit.{limit.Name?.Text ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        }
    }
}
