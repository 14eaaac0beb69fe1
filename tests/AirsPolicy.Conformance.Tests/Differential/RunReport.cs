using System.Globalization;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// What a run has compared and reached, for those who run many: <c>AIRS_REPORT</c> names a file to which every differential test adds its
/// lines, <c>test, what, how often</c> between tabs, so that the lines of several processes can be added up. Where it names none nothing is
/// kept.
/// </summary>
internal sealed class RunReport(string test)
{
    private static readonly string? s_file = Environment.GetEnvironmentVariable("AIRS_REPORT");

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>A policy that is compared: what it declares.</summary>
    public void Add(PolicyModel model)
    {
        Add("policies", 1);
        (string Kind, int Count)[] declared =
        [
            ("tool", model.Tools.Count),
            ("agent", model.Agents?.Agents.Count ?? 0),
            ("workflow", model.Agents?.Workflows.Count ?? 0),
            ("detector", model.Detectors.Count),
            ("queue", model.Queues.Count),
            ("control", model.Controls.Count),
            ("limit", model.Limits.Count),
            ("label", model.Labels.Count),
            ("provider of a fact", model.Providers.Count),
            ("pace", model.Charts.Count),
            ("breaker", model.Breakers.Count),
            ("judge", model.Judges.Count),
            ("condition on the past", model.Aggregates.Count),
        ];
        foreach (var (kind, count) in declared)
            Add($"declared {kind}", count);
    }

    public void Add(string what, long count)
    {
        if (s_file is not null && count > 0)
            _counts[what] = _counts.GetValueOrDefault(what) + count;
    }

    /// <summary>Adds what a test has counted, and writes all of it.</summary>
    public void Write(Differences differences, params ReadOnlySpan<IReadOnlyDictionary<string, int>> reached)
    {
        if (s_file is null)
            return;
        Add("decisions", differences.Compared);
        foreach (var counts in reached)
        {
            foreach (var (what, count) in counts)
                Add($"reached {what}", count);
        }
        File.AppendAllLines(
            s_file,
            _counts.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{test}\t{entry.Key}\t{entry.Value}")));
    }
}
