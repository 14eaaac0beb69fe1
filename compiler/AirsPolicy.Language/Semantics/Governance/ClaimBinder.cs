using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Semantics.Governance;

/// <summary>
/// Binds <c>satisfies</c> and <c>mitigates</c> of all declarations that can carry ids: each id resolves in a catalogue in use.
/// </summary>
internal static class ClaimBinder
{
    /// <summary>The claims of all declarations in force; what is wrong is reported and left out.</summary>
    public static IEnumerable<ClaimModel> Bind(BindingContext context)
    {
        foreach (var package in context.InForce)
        {
            foreach (var declaration in package.Syntax.Trees.SelectMany(tree => tree.Root.Declarations))
            {
                if (Accountable.Of(context, package, declaration) is not { } claimant)
                    continue;
                foreach (var claim in Claims(context, package, claimant))
                    yield return claim;
            }
        }
    }

    private static IEnumerable<ClaimModel> Claims(BindingContext context, PackageSymbol package, Accountable claimant)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in claimant.Members)
        {
            var (keyword, ids) = member switch
            {
                SatisfiesMemberSyntax satisfies => (satisfies.SatisfiesKeyword, satisfies.Ids),
                MitigatesMemberSyntax mitigates => (mitigates.MitigatesKeyword, mitigates.Ids),
                _ => default,
            };
            if (keyword is null)
                continue;
            foreach (var id in ids.AsEnumerable())
            {
                if (CatalogueIdBinder.Bind(context, package, id) is not { } found || !seen.Add(id.Text))
                    continue;
                if (found.Catalogue.IsThreats == (member is MitigatesMemberSyntax))
                    yield return new ClaimModel(
                        claimant.Id,
                        claimant.Claimant,
                        id.Text,
                        found.Entry,
                        context.Place(package, id.Source, id.Span));
                else
                    ReportKind(context, keyword, id, found.Catalogue.IsThreats, alone: ids.Count == 1);
            }
        }
    }

    private static void ReportKind(BindingContext context, SyntaxToken keyword, SyntaxToken id, bool isThreat, bool alone)
    {
        var word = isThreat ? "mitigates" : "satisfies";
        context.Report(
            new Diagnostic(
                isThreat ? GovernanceDiagnostics.NotSatisfied : GovernanceDiagnostics.NotMitigated,
                id.Source,
                id.Span,
                [id.Text])
            {
                Fixes = alone ? [new DiagnosticFix($"Write '{word}'", [new TextEdit(keyword.Span, word)])] : [],
            }
        );
    }
}
