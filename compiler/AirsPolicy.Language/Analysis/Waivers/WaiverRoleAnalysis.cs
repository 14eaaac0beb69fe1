using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>A waiver, or that something does not apply, is approved in a role that the tier of the system names.</summary>
internal sealed class WaiverRoleAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor WrongRole = new(
        "AIRS6033", Error, "Approval in another role",
        "'{0}' asks for approval as {1}, and that for '{2}' is given {3}.",
        "A tier names the roles that may approve a waiver, or that something does not apply: `requires waiver.approver \"risk owner\"`. " +
        "Of all tiers up to that of the system the highest that names any counts. The role stands behind the approver: " +
        "`approved by \"…\" as \"risk owner\"`."
    );

    public void Run(AnalysisContext context)
    {
        var governance = context.Model.Governance;
        var approvals = governance
            .Waivers.Select(waiver => new Approval(waiver.Name, waiver.Role, waiver.Place))
            .Concat(governance.Inapplicable.Select(inapplicable => new Approval(inapplicable.Id, inapplicable.Role, inapplicable.Place)))
            .ToList();
        foreach (var standing in governance.Standings)
        {
            var scheme = governance.Schemes.First(scheme => scheme.Name == standing.Scheme);
            var clauses = scheme.Tiers.Take(standing.Tier + 1).LastOrDefault(tier => tier.Approvers.Count > 0)?.Approvers ?? [];
            foreach (var approval in approvals)
            {
                foreach (var roles in clauses.Where(roles => approval.Role is null || !roles.Contains(approval.Role)).Take(1))
                    Report(context, standing, roles, approval);
            }
        }
    }

    private static void Report(AnalysisContext context, StandingModel standing, IReadOnlyCollection<string> roles, Approval approval)
    {
        var (approved, role) = context.DeclarationAt(approval.Place) switch
        {
            InapplicableDeclarationSyntax inapplicable => (inapplicable.Approved, inapplicable.Role),
            var declaration => (((WaiveDeclarationSyntax)declaration!).Approved, ((WaiveDeclarationSyntax)declaration).Role),
        };
        context.Report(
            WrongRole,
            approved.Text.Source,
            role?.Text.Span ?? approved.Text.Span,
            Fixes(approved, role, roles),
            standing.Written,
            string.Join(" or ", roles.Select(Quoted)),
            approval.Name,
            approval.Role is null ? "in no role" : $"as {Quoted(approval.Role)}");
    }

    // Which role somebody has is for people to know.
    private static ImmutableArray<DiagnosticFix> Fixes(
        ApprovedByMemberSyntax approved,
        KeywordTextSyntax? written,
        IEnumerable<string> roles) =>
        [
            .. roles.Select(role => new DiagnosticFix(
                $"Declare, once somebody has confirmed it, that it is approved as {Quoted(role)}",
                [
                    written is not null
                        ? new TextEdit(written.Text.Span, Quoted(role))
                        : new TextEdit(new(approved.Span.End, approved.Span.End), $" as {Quoted(role)}"),
                ]
            )
            {
                IsDeclaration = true,
            }),
        ];

    private static string Quoted(string role) => $"\"{role}\"";

    private sealed record Approval(string Name, string? Role, SourcePlace Place);
}
