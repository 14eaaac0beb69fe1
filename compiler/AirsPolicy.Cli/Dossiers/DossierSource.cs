using AirsPolicy.Cli.Deciding;
using AirsPolicy.Cli.Signing;
using AirsPolicy.Cli.Testing;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Analysis.Waivers;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Reasoning;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Cli.Dossiers;

/// <summary>What is known of a policy: everything that a report is made of.</summary>
/// <param name="analysis">The policy, with a model.</param>
/// <param name="day">The day as of which waivers and reviews are judged.</param>
/// <param name="tests">What its tests came to.</param>
internal sealed class DossierSource(PolicyAnalysis analysis, DateOnly day, TestedPackage tests)
{
    /// <summary>The policy.</summary>
    public PolicyAnalysis Analysis { get; } = analysis;

    /// <summary>Its model.</summary>
    public PolicyModel Model { get; } = analysis.Model!;

    /// <summary>The day as of which waivers and reviews are judged.</summary>
    public DateOnly Day { get; } = day;

    /// <summary>What its tests came to.</summary>
    public TestedPackage Tests { get; } = tests;

    /// <summary>Recorded traffic with what the policy decides on it, or null where none was given.</summary>
    public IReadOnlyList<ReplayedEvent>? Traffic { get; init; }

    /// <summary>The bundle that is deployed, or null where none was given.</summary>
    public Verification? Bundle { get; init; }

    /// <summary>What stands behind the ids of catalogues.</summary>
    public RequirementCover Cover { get; } = new(
        analysis.Model!, day.DayNumber, new ClaimFaults(analysis.Model!, new RuleReach(analysis.Model!, day.DayNumber, new LeftOut())));

    /// <summary>What is written at places of the policy.</summary>
    public SourceTexts Texts { get; } = new(analysis.Model!.Sources);
}
