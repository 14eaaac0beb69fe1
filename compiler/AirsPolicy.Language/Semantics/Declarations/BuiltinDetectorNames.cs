using System.Collections.Immutable;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>The detectors that are built into the runtime.</summary>
internal static class BuiltinDetectorNames
{
    public static ImmutableArray<string> All { get; } = ["pii.card", "pii.uk_nino", "pii.us_ssn"];

    /// <summary>What a built-in detector finds, in one sentence.</summary>
    public static string? SummaryOf(string name) => All.Contains(name) ? $"The built-in detector {name}." : null;
}
