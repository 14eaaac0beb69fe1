using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Pace;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>
/// Numbers what rules ask of the past anew once all are bound: aggregates in the order in which rules of the ordered controls first ask, so
/// that what was bound and is not asked leaves no trace; limits in the order of their ids.
/// </summary>
internal sealed class PastNumbers
{
    private readonly AggregateSet _aggregates;
    private readonly Dictionary<int, int> _numbers = [];
    private readonly List<AggregateModel> _asked = [];
    private readonly int[] _limits;

    public PastNumbers(
        AggregateSet aggregates,
        IReadOnlyList<LimitModel> limits,
        IEnumerable<ControlModel> controls,
        ValueList<RunModel> runs,
        IEnumerable<ChartModel> charts,
        IEnumerable<BreakerModel> breakers)
    {
        _aggregates = aggregates;
        var ordered = Enumerable.Range(0, limits.Count).OrderBy(number => limits[number].Id, StringComparer.Ordinal).ToList();
        Limits = ordered.Select(number => limits[number]).ToValueList();
        _limits = [.. Enumerable.Range(0, limits.Count).Select(number => ordered.IndexOf(number))];
        var rewriter = new ExpressionRewriter(Numbered);
        if (aggregates.Count > 0)
            Ask(controls);
        foreach (var asked in runs.SelectMany(run => run.Aggregates()))
            Ask(asked);
        var (standing, tripping) = (charts.ToValueList(), breakers.OrderBy(breaker => breaker.Name, StringComparer.Ordinal).ToValueList());
        foreach (var asked in Conditions(standing, tripping).SelectMany(ExpressionTree.DescendantsAndSelf).Select(AskedBy).OfType<int>())
            Ask(asked);
        Charts = standing
            .Select(chart =>
                chart with
                {
                    Triggers = chart.Triggers.Select(trigger => trigger with { Condition = rewriter.Of(trigger.Condition) }).ToValueList(),
                    Recoveries = chart
                        .Recoveries.Select(recovery =>
                            recovery.Where is null ? recovery : recovery with { Where = rewriter.Of(recovery.Where) })
                        .ToValueList(),
                }
            )
            .ToValueList();
        Breakers = tripping
            .Select(breaker =>
                breaker with
                {
                    Trips = breaker.Trips.Select(trip => trip with { Condition = rewriter.Of(trip.Condition) }).ToValueList(),
                }
            )
            .ToValueList();
        Runs = runs.Select(Numbered).ToValueList();
        Controls = [.. controls.Select(control => aggregates.Count + limits.Count == 0 ? control : Of(control, rewriter))];
    }

    private void Ask(IEnumerable<ControlModel> controls)
    {
        var rules = controls.SelectMany(control => control.Placements).SelectMany(placement => placement.Rules);
        foreach (var asked in rules.SelectMany(ExpressionTree.All).Select(AskedBy).OfType<int>())
        {
            Ask(asked);
        }
    }

    private void Ask(int asked)
    {
        if (_numbers.TryAdd(asked, _asked.Count))
            _asked.Add(_aggregates[asked]);
    }

    public List<ControlModel> Controls { get; }

    public ValueList<AggregateModel> Aggregates => _asked.ToValueList();

    public ValueList<LimitModel> Limits { get; }

    /// <summary>What runs are held to; what no rule asks for stands behind what rules do.</summary>
    public ValueList<RunModel> Runs { get; }

    public ValueList<ChartModel> Charts { get; }

    public ValueList<BreakerModel> Breakers { get; }

    /// <summary>The conditions that stand by themselves: what trips breakers, makes charts worse, and lets them go back.</summary>
    public IEnumerable<Expression> WatchedConditions() => Conditions(Charts, Breakers);

    private static IEnumerable<Expression> Conditions(ValueList<ChartModel> charts, ValueList<BreakerModel> breakers) =>
        charts
            .SelectMany(chart =>
                chart
                    .Triggers.Select(trigger => trigger.Condition)
                    .Concat(chart.Recoveries.Select(recovery => recovery.Where).OfType<Expression>()))
            .Concat(breakers.SelectMany(breaker => breaker.Trips.Select(trip => trip.Condition)));

    private static ControlModel Of(ControlModel control, ExpressionRewriter rewriter)
    {
        var placements = control
            .Placements.Select((PlacementModel placement) => placement with { Rules = rewriter.Of(placement.Rules) })
            .ToValueList();
        return placements == control.Placements ? control : control with { Placements = placements };
    }

    private static int? AskedBy(Expression expression) => expression switch
    {
        AggregateExpression asked => asked.Aggregate,
        FollowsExpression follows => follows.Aggregate,
        _ => null,
    };

    private RunModel Numbered(RunModel run) => run with
    {
        Began = _numbers[run.Began],
        Order = run.Order is { } order ? _numbers[order] : null,
        Goals = run.Goals.Select(goal => goal with { Reached = goal.Reached is { } reached ? _numbers[reached] : null }).ToValueList(),
    };

    private Expression Numbered(Expression expression)
    {
        switch (expression)
        {
            case AggregateExpression asked:
                var number = _numbers[asked.Aggregate];
                return number == asked.Aggregate ? asked : asked with { Aggregate = number };
            case FollowsExpression follows:
                return follows with { Aggregate = _numbers[follows.Aggregate] };
            case LimitPassedExpression passed:
                return _limits[passed.Limit] == passed.Limit ? passed : passed with { Limit = _limits[passed.Limit] };
            default:
                return expression;
        }
    }
}
