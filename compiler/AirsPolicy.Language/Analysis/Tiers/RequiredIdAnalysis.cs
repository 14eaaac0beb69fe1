using System.Collections.Immutable;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Analysis.Waivers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>Each id that a tier requires is satisfied, or mitigated, by something that is enforced.</summary>
internal sealed class RequiredIdAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Missing = new(
        "AIRS6017", Error, "Requirement of the tier is not met",
        "'{0}' requires {1} ({2}), and nothing that is enforced satisfies it{3}.",
        "A tier requires its own ids and those of all tiers below it. A control that claims an id counts where it is enforced: one in " +
        "detect mode does not. An id that no decision point decides is for a person to confirm, so that `airs fix` never writes such a " +
        "claim."
    );

    public void Run(AnalysisContext context)
    {
        var cover = new RequirementCover(context.Model, context.AsOf, context.Claims);
        // What a tier requires once more is one requirement.
        foreach (
            var required in RequiredTiers
                .Required(context.Model.Governance)
                .SelectMany(required => required.Tier.Ids.Select(id => new { required.Status, Id = id }))
                .DistinctBy(required => new { required.Status, required.Id.Id }))
        {
            Check(context, cover, required.Status, required.Id);
        }
    }

    private static void Check(AnalysisContext context, RequirementCover cover, StandingModel standing, RequiredIdModel required)
    {
        // A waiver is an approved way not to meet a requirement, which is listed (WaivedRequirement), and what does not apply is none; that
        // they have ended is a finding of its own.
        if (cover.MetBy(required.Id) is not null || cover.WaiversOf(required.Id).Any() || cover.InapplicableOf(required.Id) is not null)
            return;
        var detecting = cover.ClaimsOf(required.Id).FirstOrDefault();
        var why = detecting is not null ? $": '{NameOf(detecting.By)}' is in detect mode"
            : cover.IdleClaimsOf(required.Id).FirstOrDefault() is { } idle ? $": '{NameOf(idle.By)}' can never match here"
            : "";
        context.Report(
            Missing,
            standing.Place,
            detecting is null ? Fixes(context, standing, required) : [],
            standing.Written,
            required.Id,
            required.Entry.Title,
            why);
    }

    // First what is safe unread: a control that refuses everything until somebody writes its condition. Only people know whether one that
    // is there does it.
    private static ImmutableArray<DiagnosticFix> Fixes(AnalysisContext context, StandingModel standing, RequiredIdModel required)
    {
        var (source, _) = context.Find(standing.Place);
        var clause = $"satisfies {required.Id}";
        // What no decision point decides is done outside of the policy, if it is done: the policy can only pass on what somebody knows.
        if (required.Entry.Points.Count == 0)
            return CanCarry(required, Claimant.System) && context.DeclarationAt(standing.Place) is SystemDeclarationSyntax system
                ? [Declare(source, system.Block, "the system", clause)]
                : [];
        var fixes = context
            .Model.Controls.Where(control =>
                control.Place.File == standing.Place.File
                && Enforcement.IsEnforced(control, context.AsOf)
                && ControlReach.Of(control, required.Entry.Points, context.Reach).Strongest >= (required.Entry.Least ?? Outcome.Allow))
            .Select(control => (Control: control, Block: BlockOf(context.DeclarationAt(control.Place), required)))
            .Where(candidate => candidate.Block is not null)
            .Select(candidate => Declare(source, candidate.Block!, $"'{NameOf(candidate.Control.Id)}'", clause));
        return CanCarry(required, Claimant.Control) ? [NewControl(context, standing, required), .. fixes] : [.. fixes];
    }

    private static bool CanCarry(RequiredIdModel required, Claimant kind) =>
        required.Entry.By.Count == 0 || required.Entry.By.Contains(kind);

    private static BlockSyntax? BlockOf(SyntaxNode? declaration, RequiredIdModel required) => declaration switch
    {
        ControlDeclarationSyntax control when CanCarry(required, Claimant.Control) => control.Block,
        JudgeDeclarationSyntax judge when required.Entry.By.Contains(Claimant.Judge) => judge.Block,
        _ => null,
    };

    private static DiagnosticFix Declare(SourceText source, BlockSyntax block, string claimant, string clause) =>
        ClauseFix.Insert(source, block, $"Declare, once somebody has confirmed it, that {claimant} {clause}", clause) with
        {
            IsDeclaration = true,
        };

    private static DiagnosticFix NewControl(AnalysisContext context, StandingModel standing, RequiredIdModel required)
    {
        var (source, _) = context.Find(standing.Place);
        var name = ClauseFix.NewName(
            context,
            string.Concat(required.Id.Select(unit => char.IsAsciiLetterOrDigit(unit) ? char.ToLowerInvariant(unit) : '_')));
        var effect = required.Entry.Least is Outcome.Halt ? "halt session" : "block";
        var title = Escaped(required.Entry.Title);
        return ClauseFix.Append(
            source,
            $"Add a control for {required.Id} that refuses everything until its condition is written",
            $"control {name} \"{title}\" {{\n  satisfies {required.Id}\n  at {required.Entry.Points[0]}\n  always {effect}\n}}"
        );
    }

    // The title of somebody's own catalogue may hold anything that is seen.
    private static string Escaped(string title) =>
        title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string NameOf(string id) => id[(id.LastIndexOf('.') + 1)..];
}
