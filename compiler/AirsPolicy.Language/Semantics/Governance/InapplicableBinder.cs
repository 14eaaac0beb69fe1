using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>Binds <c>inapplicable</c>: an id that a tier may require, and that means nothing for this system.</summary>
internal static class InapplicableBinder
{
    /// <summary>What does not apply; what is wrong is reported and left out.</summary>
    /// <param name="context">What is known.</param>
    /// <param name="owner">The owner of the system, who does not let himself off; or null.</param>
    public static ValueList<InapplicableModel> Bind(BindingContext context, string? owner)
    {
        var found = new SortedList<string, InapplicableModel>(StringComparer.Ordinal);
        foreach (var package in context.InForce)
        {
            foreach (var syntax in package.Syntax.Trees.SelectMany(tree => tree.Root.Declarations).OfType<InapplicableDeclarationSyntax>())
            {
                if (Bind(context, package, syntax, owner) is { } inapplicable && !found.TryAdd(inapplicable.Id, inapplicable))
                    context.Report(
                        ControlDiagnostics.MemberTwice,
                        syntax.Keyword.Source,
                        syntax.Id.Span,
                        context.Root.Name,
                        $"inapplicable {inapplicable.Id}");
            }
        }
        return found.Values.ToValueList();
    }

    private static InapplicableModel? Bind(
        BindingContext context,
        PackageSymbol package,
        InapplicableDeclarationSyntax syntax,
        string? owner)
    {
        var (source, id) = (syntax.Keyword.Source, syntax.Id);
        if (id.IsMissing)
            return null;
        if (!package.IsPolicy)
        {
            context.Report(GovernanceDiagnostics.LibraryWaives, source, id.Span, package.Name, $"says that '{id.Text}' does not apply");
            return null;
        }
        Approvers.Check(context, syntax.Approved, $"'inapplicable {id.Text}'", [owner]);
        if (CatalogueIdBinder.Bind(context, package, id) is null || (syntax.Until.Date.Literal as DateLiteral)?.DayNumber is not { } until)
            return null;
        return new InapplicableModel(
            id.Text,
            Literals.Text(syntax.Because.Text) ?? "",
            Literals.Text(syntax.Approved.Text) ?? "",
            Literals.Text(syntax.Role?.Text),
            until,
            context.Place(package, source, id.Span));
    }
}
