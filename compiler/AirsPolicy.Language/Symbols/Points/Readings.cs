using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Symbols.Points.FactShapes;

namespace AirsPolicy.Language.Symbols.Points;

/// <summary>
/// What is measured of guardrails, judges and queues. Binder, documentation, editor and tests read this one table. Readings are facts of
/// <c>signal</c> and <c>recovery</c>; a host that does not give one which a rule reads fails that rule.
/// </summary>
internal static class Readings
{
    /// <summary>All of them, by group and then as people read them.</summary>
    public static ValueList<Reading> All { get; } =
    [
        new("guardrail", "healthy", Bool, "The layer answers and its own checks pass.", "", "true"),
        new(
            "guardrail",
            "latency_p95",
            Duration,
            "How long 95 of 100 decisions took at most, over the last five minutes.",
            "0 or more",
            "\"10ms\""),
        new(
            "guardrail",
            "latency_p95_baseline",
            Duration,
            "The same where all is well, as the host has measured it.",
            "0 or more",
            "\"10ms\""),
        new("guardrail", "errors", Share, "The share of decisions that failed, over the last five minutes.", "0 to 1", "0"),
        new("guardrail", "silent", Duration, "Since when nothing has been heard of the layer.", "0 or more", "0"),
        new("guardrail", "dead_categories", Share, "The share of detectors and categories that answer nothing.", "0 to 1", "0"),
        new("guardrail", "unvalidated_rules", Bool, "Rules are in force that have not passed their tests.", "", "false"),
        new("guardrail", "tampered", Bool, "What is in force is not what was signed.", "", "false"),
        new("guardrail", "tests_passed", Bool, "Its tests have passed since it was last changed.", "", "true"),
        new(
            "judge",
            "errors",
            Share,
            "The share of judgments that failed, were refused or did not fit, over the last five minutes.",
            "0 to 1",
            "0"),
        new(
            "judge",
            "latency_p95",
            Duration,
            "How long 95 of 100 judgments took at most, over the last five minutes.",
            "0 or more",
            "\"1s\""),
        new("judge", "latency_p95_baseline", Duration, "The same where all is well, as the host has measured it.", "0 or more", "\"1s\""),
        new("judge", "silent", Duration, "Since when it has given no judgment that was asked for.", "0 or more", "0"),
        new("judge", "integrity", Bool, "Model, prompt and schema are those that were signed.", "", "true"),
        new("judge", "score_shift", Share, "By how much the mean of its scores has moved from the baseline, up or down.", "0 to 1", "0"),
        new("judge", "score_deviation", Share, "The standard deviation of its scores in the baseline.", "0 to 1", "0.05"),
        new("judge", "identical_scores", Bool, "Its latest scores are all the same, however different what it judged.", "", "false"),
        new(
            "judge",
            "calibration_age",
            Duration,
            "How long ago it was measured as it stands, and kept its bars.",
            "0 or more",
            "\"1d\""),
        new("queue", "wait", Duration, "How long the request that waits longest has waited.", "0 or more", "0"),
        new("queue", "sla", Duration, "How long people may take.", "more than 0", "\"15m\""),
        new("queue", "depth", Int, "How many requests wait.", "0 or more", "0"),
        new("queue", "depth_baseline", Int, "How many wait where all is well, as the host has measured it.", "0 or more", "5"),
        new("queue", "reviewers", Int, "How many people can decide now.", "0 or more", "3"),
        new(
            "queue",
            "overrides",
            Share,
            "The share of decisions in which people went against what was proposed, over the last day.",
            "0 to 1",
            "0"),
        new("queue", "canary_missed", Share, "The share of the last hundred canaries that reviewers did not catch.", "0 to 1", "0"),
    ];

    /// <summary>The points at which readings are facts.</summary>
    public static ValueList<string> Points { get; } = [PointNames.Signal, PointNames.Recovery];

    /// <summary>The groups whose readings are of something that a policy declares.</summary>
    public static ValueList<string> Named { get; } = ["judge", "queue"];

    /// <summary>Whether facts of that name are readings, or what the runtime says of breakers, and nobody else's.</summary>
    public static bool IsTaken(string name) => name is "guardrail" or "judge" or "queue" or "breaker";

    /// <summary>What is declared whose names stand behind that of a group, or null.</summary>
    internal static SymbolKind? KindOf(string group) => group switch
    {
        "judge" => SymbolKind.Judge,
        "queue" => SymbolKind.Queue,
        "breaker" => SymbolKind.Breaker,
        _ => null,
    };

    /// <summary>The readings of a group as a record.</summary>
    public static RecordShape Shape(string group) =>
        new(All.Where(reading => reading.Group == group).Select(reading => Member(reading.Name, reading.Shape)).ToValueList(), Open: true);

    /// <summary>What a policy test takes for the readings of a group where it gives none: all is well.</summary>
    public static string TestValue(string group) =>
        $"{{{string.Join(',', All.Where(reading => reading.Group == group).Select(reading => $"\"{reading.Name}\":{reading.TestValue}"))}}}";
}

/// <summary>Something that is measured.</summary>
/// <param name="Group">Of what: <c>guardrail</c>, <c>judge</c> or <c>queue</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Summary">What it means, one sentence.</param>
/// <param name="Range">What it can be; empty where its shape says it.</param>
/// <param name="TestValue">The JSON that a policy test takes where it gives none.</param>
internal sealed record Reading(string Group, string Name, Shape Shape, string Summary, string Range, string TestValue);
