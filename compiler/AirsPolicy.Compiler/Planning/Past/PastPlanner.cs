using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Expressions;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Limits;
using static AirsPolicy.Compiler.Planning.Expressions.ExpressionPlanner;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>
/// Plans what decisions add to what is counted and draw from limits: for each one condition, which tells the evaluation key and amount.
/// </summary>
internal sealed class PastPlanner(PolicyModel model, ProgramParts parts)
{
    /// <summary>The aggregates, by number.</summary>
    public ValueList<AggregateTable> Aggregates() => model.Aggregates.Select(Aggregate).ToValueList();

    /// <summary>The limits, by number.</summary>
    public ValueList<LimitTable> Limits() => model.Limits.Select(Limit).ToValueList();

    private AggregateTable Aggregate(AggregateModel aggregate, int number) =>
        new(
            new KeptAggregate(
                DefinitionDigest.Of(aggregate),
                aggregate.Owner,
                new AggregateDefinition(
                    aggregate.Kind,
                    aggregate.Within,
                    aggregate.UpTo,
                    Order: aggregate.Order is null ? null : parts.OrderOf(number),
                    TripsBreaker: aggregate.Breaker is not null)),
            aggregate.Fate is EventFate.WentOn or EventFate.All,
            aggregate.Fate is EventFate.Refused or EventFate.All,
            aggregate.Sources.SelectMany(source => Feeds(aggregate, source)).ToValueList());

    private LimitTable Limit(LimitModel limit) => new(
        new KeptLimit(
            DefinitionDigest.Of(Drawn(limit)),
            limit.Owner,
            new LimitDefinition(limit.Within, limit.Exact)),
        model.Controls.Index().First(control => control.Item.Id == limit.Control).Index,
        limit.Shares,
        limit.Draws.SelectMany(draw => Draws(limit, draw)).ToValueList());

    // What a limit draws, whatever it allows and what follows: another bound keeps what was drawn.
    private static LimitModel Drawn(LimitModel limit) =>
        limit with
        {
            Control = "",
            Title = null,
            Draws = limit
                .Draws.Select(draw => draw with { Value = new ConstantExpression(0L, IntShape.Instance, draw.Value.Place) })
                .ToValueList(),
            Exact = 0,
            Shares = [],
        };

    private IEnumerable<FeedTable> Feeds(AggregateModel aggregate, EventSourceModel source) =>
        Tables(
            source.Point,
            source.Tool,
            [source.Where, .. source.Keys, source.Value],
            planner =>
            {
                var told = new List<PlanExpression>();
                if (source.Where is { } where)
                    told.Add(planner.Plan(where));
                told.Add(Call(PastMembers.EventFor, KeyPlanner.Plan(source.Keys, planner, aggregate.FirstKeyOwns)));
                if (source.Value is { } value && aggregate.Kind is AggregateKind.Distinct or AggregateKind.Steps)
                    told.Add(Call(PastMembers.EventHas, KeyPlanner.Plan([value], planner)));
                else if (source.Value is { } amount && aggregate.Kind.IsOfAmounts())
                    told.Add(Call(PastMembers.Adds(ValueKinds.TypeOf(amount.Shape)), planner.Plan(amount)));
                return told;
            }
        );

    private IEnumerable<FeedTable> Draws(LimitModel limit, LimitDrawModel draw) =>
        Tables(
            draw.Point,
            draw.Tool,
            [draw.Where, .. draw.Keys, draw.Amount, draw.Value],
            planner =>
                [
                    .. draw.Where is { } where ? [planner.Plan(where)] : (PlanExpression[])[],
                    Call(PastMembers.EventFor, KeyPlanner.Plan(draw.Keys, planner, limit.Owned)),
                    draw.Amount is { } amount
                        ? Call(PastMembers.Draw(ValueKinds.TypeOf(draw.Value.Shape)), planner.Plan(amount), planner.Plan(draw.Value))
                        : Call(PastMembers.DrawOne, planner.Plan(draw.Value)),
                ]
        );

    // Nothing has checked the facts of a decision that was refused: each that is read may be absent.
    private IEnumerable<FeedTable> Tables(
        string point,
        string? tool,
        ValueList<Expression?> read,
        Func<ExpressionPlanner, List<PlanExpression>> told)
    {
        var (number, layout) = model.Layouts.Index().First(candidate => candidate.Item.Point == point);
        var tools = tool is null
            ? OwnFacts.Tools(layout, OwnFacts.Read(read))
            : [layout.Tools.Index().First(candidate => candidate.Item.Tool == tool).Index];
        foreach (var toolNumber in tools)
        {
            var planner = new ExpressionPlanner(
                new RuleScope(layout, toolNumber < 0 ? null : layout.Tools[toolNumber], trusted: false),
                parts);
            yield return new FeedTable(number, toolNumber, parts.Test(new TestPlan(Join(all: true, told(planner)), null)).Value);
        }
    }
}
