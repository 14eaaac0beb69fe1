using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Expressions;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>Plans charts and breakers: the conditions that stand by themselves, and where something reads or changes a chart.</summary>
internal sealed class PacePlanner(PolicyModel model, ProgramParts parts)
{
    private static readonly string[] s_always = [PointNames.Signal, PointNames.Recovery];

    /// <summary>The charts, by number.</summary>
    public ValueList<ChartTable> Charts() =>
        model
            .Charts.Select(chart => new ChartTable(
                chart.ToDefinition(DefinitionDigest.Of),
                chart.ToOrigin(),
                chart.Triggers.Select(trigger => Test(PointNames.Signal, -1, trigger.Condition)).ToValueList(),
                chart.Recoveries
                    .Select(recovery => recovery.Where is null ? -1 : Test(PointNames.Recovery, -1, recovery.Where))
                    .ToValueList()))
            .ToValueList();

    /// <summary>The breakers, by number.</summary>
    public ValueList<BreakerTable> Breakers() =>
        model
            .Breakers.Select(breaker => new BreakerTable(
                breaker.ToDefinition(),
                breaker.ToOrigin(),
                breaker.Points.Select(NumberOf).ToValueList(),
                breaker.Trips.SelectMany(Trips).ToValueList(),
                model
                    .Aggregates.Index()
                    .Where(aggregate => aggregate.Item.Breaker == breaker.Name)
                    .Select(aggregate => aggregate.Index)
                    .ToValueList()))
            .ToValueList();

    /// <summary>The points, by number, at which something reads how the charts stand, or makes one worse.</summary>
    public ValueList<int> Points() =>
        model.Charts.Count == 0
            ? []
            : model
                .Layouts.Index()
                .Where(layout =>
                    s_always.Contains(layout.Item.Point) || PointReads.Of(model, layout.Item.Point).Any(Asks) || Degrades(layout.Item.Point)
                )
                .Select(layout => layout.Index)
                .ToValueList();

    private static bool Asks(Expression expression) => expression is PathExpression { Path: ["pace", ..] };

    private bool Degrades(string point) => model.Controls.Any(control => control.Placements.Any(placement => placement.Point == point
        && (Degrades(control.OnError) || placement.Rules.Any(rule => rule.Effects.Any(Degrades)))));

    private static bool Degrades(EffectModel effect) => effect is FixedEffectModel { Effect: EventEffect { Action: EventAction.Degrade } };

    private IEnumerable<TripTable> Trips(TripModel trip)
    {
        var layout = model.Layouts[NumberOf(trip.Point)];
        var tools = trip.Tool is null
            ? OwnFacts.Tools(layout, OwnFacts.Read([trip.Condition]))
            : [layout.Tools.Index().First(candidate => candidate.Item.Tool == trip.Tool).Index];
        var (counts, keys) = LeastCounts.Of(model, layout, trip.Condition);
        return tools.Select(tool => new TripTable(NumberOf(trip.Point), tool, Test(trip.Point, tool, trip.Condition), counts, keys));
    }

    // Nothing has checked the facts: each that is read may be absent.
    private int Test(string point, int tool, Expression condition)
    {
        var layout = model.Layouts[NumberOf(point)];
        var planner = new ExpressionPlanner(new RuleScope(layout, tool < 0 ? null : layout.Tools[tool], trusted: false), parts);
        return parts.Test(new TestPlan(planner.Plan(condition), condition.Place)).Value;
    }

    private int NumberOf(string point) => model.Layouts.Index().First(layout => layout.Item.Point == point).Index;
}
