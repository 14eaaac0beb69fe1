using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Streams;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning;

/// <summary>Plans how answers stream: which of the planned rules act before text is released.</summary>
internal sealed class StreamPlanner
{
    private readonly Dictionary<RuleModel, StreamedRule> _early = new(ReferenceEqualityComparer.Instance);
    private readonly List<(int Number, StreamedRule Rule)> _rules = [];
    private readonly StreamMode _mode;

    public StreamPlanner(PolicyModel model)
    {
        _mode = model.System?.Stream switch
        {
            "buffered" => StreamMode.Buffered,
            "post_hoc" => StreamMode.PostHoc,
            _ => StreamMode.None,
        };
        if (_mode != StreamMode.Buffered)
            return;
        foreach (var rule in StreamSorting.Of(model).Where(rule => rule.Timing == StreamTiming.BeforeRelease))
            _early[rule.Rule] = rule;
    }

    /// <summary>A rule has been planned.</summary>
    public void Add(RuleModel rule, int number)
    {
        if (_early.TryGetValue(rule, out var streamed))
            _rules.Add((number, streamed));
    }

    public StreamTable Table(ProgramParts parts) =>
        new(
            _mode,
            _rules
                .OrderBy(rule => rule.Number)
                .Select(rule => new StreamedRuleTable(
                    rule.Number,
                    rule.Rule.Detectors.Select(name => parts.Detector(name).Value).Order().ToValueList()))
                .ToValueList());
}
