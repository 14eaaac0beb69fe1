using AirsPolicy.Language.Analysis.Streams;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Reports;

/// <summary>
/// When the rules about an answer act while it streams; nothing for other points, and where answers do not stream in parts.
/// </summary>
internal sealed class StreamTimings
{
    private readonly Dictionary<(string Control, int Ordinal), StreamedRule> _rules = [];

    public static StreamTimings Of(PolicyModel model, string point)
    {
        var timings = new StreamTimings();
        if (point != PointNames.Output || model.System is not { Stream: "buffered" })
            return timings;
        foreach (var rule in StreamSorting.Of(model))
            timings._rules[(rule.Control.Id, rule.Rule.Ordinal)] = rule;
        return timings;
    }

    /// <summary>The words for people, or null.</summary>
    public string? WordsFor(RuleOrigin rule) => Find(rule)?.Timing switch
    {
        StreamTiming.BeforeRelease => "acts before text of a streamed answer goes on",
        StreamTiming.AtEnd => "acts at the end of a streamed answer",
        _ => null,
    };

    /// <summary>The name in JSON, or null.</summary>
    public string? NameFor(RuleOrigin rule) => Find(rule)?.Timing switch
    {
        StreamTiming.BeforeRelease => "before_release",
        StreamTiming.AtEnd => "at_end",
        _ => null,
    };

    private StreamedRule? Find(RuleOrigin rule) => _rules.GetValueOrDefault((rule.Control, rule.Ordinal));
}
