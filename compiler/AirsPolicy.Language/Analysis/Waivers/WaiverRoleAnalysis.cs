using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>A waiver is approved in a role that the tier of the system names.</summary>
internal sealed class WaiverRoleAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor WrongRole = new(
        "AIRS6033", Error, "Waiver approved in another role",
        "'{0}' has waivers approved as {1}, and that of '{2}' is approved {3}.",
        "A tier names the roles that may approve a waiver: `requires waiver.approver \"risk owner\"`. Of all tiers up to that of the " +
        "system the highest that names any counts. A waiver says the role behind its approver: `approved by \"…\" as \"risk owner\"`."
    );

    public void Run(AnalysisContext context)
    {
        var governance = context.Model.Governance;
        foreach (var standing in governance.Standings)
        {
            var scheme = governance.Schemes.First(scheme => scheme.Name == standing.Scheme);
            var clauses = scheme.Tiers.Take(standing.Tier + 1).LastOrDefault(tier => tier.Approvers.Count > 0)?.Approvers ?? [];
            foreach (var waiver in governance.Waivers)
            {
                foreach (var roles in clauses.Where(roles => waiver.Role is null || !roles.Contains(waiver.Role)).Take(1))
                    Report(context, standing, roles, waiver);
            }
        }
    }

    private static void Report(AnalysisContext context, StandingModel standing, IReadOnlyCollection<string> roles, WaiverModel waiver)
    {
        var syntax = (WaiveDeclarationSyntax)context.DeclarationAt(waiver.Place)!;
        var (source, at) = (syntax.Keyword.Source, syntax.Role?.Text.Span ?? syntax.Approved.Text.Span);
        context.Report(
            WrongRole,
            source,
            at,
            Fixes(syntax, roles),
            standing.Written,
            string.Join(" or ", roles.Select(Quoted)),
            waiver.Name,
            waiver.Role is null ? "in no role" : $"as {Quoted(waiver.Role)}");
    }

    // Which role somebody has is for people to know.
    private static ImmutableArray<DiagnosticFix> Fixes(WaiveDeclarationSyntax syntax, IEnumerable<string> roles) =>
        [
            .. roles.Select(role => new DiagnosticFix(
                $"Declare, once somebody has confirmed it, that it is approved as {Quoted(role)}",
                [
                    syntax.Role is { } written
                        ? new TextEdit(written.Text.Span, Quoted(role))
                        : new TextEdit(new(syntax.Approved.Span.End, syntax.Approved.Span.End), $" as {Quoted(role)}"),
                ]
            )
            {
                IsDeclaration = true,
            }),
        ];

    private static string Quoted(string role) => $"\"{role}\"";
}
