using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Where two decisions differ, for the person who has to find out why.</summary>
internal static class Difference
{
    public static string Of(Decision expected, Decision actual)
    {
        var lines = new List<string>();
        Add(lines, "outcome", expected.Outcome, actual.Outcome);
        Add(lines, "failure", expected.Failure, actual.Failure);
        Rules(lines, "fired", expected.Fired, actual.Fired);
        Rules(lines, "would", expected.Detected, actual.Detected);
        Add(lines, "decision", expected, actual);
        return string.Join('\n', lines.Take(6));
    }

    private static void Rules(List<string> lines, string name, IReadOnlyList<MatchedRule> expected, IReadOnlyList<MatchedRule> actual)
    {
        lines.AddRange(expected.Except(actual).Select(rule => $"{name}, by the interpreter alone: {rule}"));
        lines.AddRange(actual.Except(expected).Select(rule => $"{name}, by the emitted code alone: {rule}"));
    }

    private static void Add<T>(List<string> lines, string name, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            lines.Add($"{name}: the interpreter says {expected}, the emitted code {actual}");
    }
}
