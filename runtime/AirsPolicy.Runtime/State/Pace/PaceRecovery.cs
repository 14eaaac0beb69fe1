using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.State.Pace;

/// <summary>Whether a person may bring a chart back to the next better state. A pure function of what is known.</summary>
public static class PaceRecovery
{
    /// <summary>
    /// Why not, for the person who asks; null where nothing stands against it but what the policy says behind <c>where</c>.
    /// </summary>
    /// <param name="chart">The chart.</param>
    /// <param name="health">How it stands.</param>
    /// <param name="isPerson">A person asks, and no agent or service.</param>
    /// <param name="roles">The roles of the person.</param>
    /// <param name="now">When, in UTC ticks.</param>
    public static string? Refusal(ChartDefinition chart, in ChartHealth health, bool isPerson, IReadOnlyCollection<string> roles, long now)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(roles);
        if (health.Level == PaceLevel.Primary)
            return $"The chart '{chart.Name}' is at primary: there is nothing to recover from.";
        if (chart.From(health.Level) is not { } way)
            return $"The chart '{chart.Name}' has no 'recover {NameOf(health.Level)} -> {NameOf(health.Level - 1)}', so that nobody brings it back.";
        if (!isPerson)
            return $"{Goes(chart, way)} by a person alone, not by an agent or a service.";
        if (!way.Authorities.Any(roles.Contains))
            return $"{Goes(chart, way)} by {string.Join(" or ", way.Authorities.Select(role => $"'{role}'"))} alone.";
        if (health.AskedNow >= health.Level)
            return $"{Goes(chart, way)} once nothing asks for {NameOf(health.Level)} or worse; at the last signal {NameOf(health.AskedNow)} was asked for.";
        if (health.LastAsked is { } last && now - last < way.After)
            return $"{Goes(chart, way)} at {InstantText.Format(Math.Min(last + way.After, CheckedArithmetic.MaxInstant))} at the earliest, if until then nothing asks for {NameOf(health.Level)} or worse.";
        return null;
    }

    /// <summary>What is said where the chart that is asked for is none of the policy's.</summary>
    public static string NoChart(IEnumerable<string> charts) =>
        $"'recovery.id' names no chart; there are {string.Join(", ", charts.Select(chart => $"'{chart}'"))}.";

    /// <summary>What is said where <c>where</c> does not hold, or cannot be told.</summary>
    public static string Unmet(ChartDefinition chart, PaceLevel from, string? failure)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return chart.From(from) is not { } way ? ""
            : failure is null ? $"{Goes(chart, way)} once what its 'where' asks for holds, which it does not."
            : $"{Goes(chart, way)} once what its 'where' asks for holds, which cannot be told: {failure}";
    }

    private static string Goes(ChartDefinition chart, ChartRecovery way) =>
        $"The chart '{chart.Name}' goes back from {NameOf(way.From)} to {NameOf(way.To)}";

    private static string NameOf(PaceLevel level) => PaceLevels.NameOf(level);
}
