using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning;

/// <summary>Collects which controls stand somewhere and which facts they cannot do without.</summary>
internal sealed class StandingCollector
{
    private readonly SortedSet<int> _controls = [];
    private readonly List<RequiredFact> _required = [];
    private readonly HashSet<(string Path, int? After)> _known = [];
    private bool _asksPast;

    /// <summary>The table, with where the code begins.</summary>
    public StandingTable Table(int entry) => new(entry, _controls.ToValueList(), _required.ToValueList(), _asksPast);

    public void Add(int control) => _controls.Add(control);

    /// <summary>Notes whether a rule asks what happened before.</summary>
    public void Add(RuleModel rule) =>
        _asksPast |= ExpressionTree.All(rule).Any(part => part is AggregateExpression or LimitPassedExpression);

    // What a control in detect mode reads fails its own rule and never the point for the others.
    public void Add((ControlModel Model, int Number) control, IEnumerable<(string Path, ValueList<int> Slots)> reads)
    {
        if (control.Model.Detect is { Until: null })
            return;
        foreach (var (path, slots) in reads)
        {
            if (_known.Add((path, control.Model.Detect?.Until)))
                _required.Add(new RequiredFact(path, control.Model.Detect?.Until, slots));
        }
    }
}
