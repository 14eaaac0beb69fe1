using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Pace;

namespace AirsPolicy.Language.Mutation;

/// <summary>
/// Changes what is written at one place, wherever the model has it: at each point of a control, in each rule that names a let, in what is
/// counted.
/// </summary>
internal static class PlaceRewriting
{
    /// <summary>The policy with every expression like this one, at its place, as <paramref name="change"/> makes it.</summary>
    public static PolicyModel Of(PolicyModel model, Expression like, Func<Expression, Expression> change)
    {
        var rewriter = new ExpressionRewriter(expression =>
            IsLike(expression, like) ? change(expression) : expression);
        return model with
        {
            Controls = model.Controls.Select(control => Of(control, rewriter)).ToValueList(),
            Aggregates = model.Aggregates.Select(aggregate => Of(aggregate, rewriter)).ToValueList(),
            Limits = model
                .Limits.Select(limit => limit with { Draws = limit.Draws.Select(draw => Of(draw, rewriter)).ToValueList() })
                .ToValueList(),
            Charts = model.Charts.Select(chart => Of(chart, rewriter)).ToValueList(),
            Breakers = model
                .Breakers.Select(breaker =>
                    breaker with
                    {
                        Trips = breaker.Trips.Select(trip => trip with { Condition = rewriter.Of(trip.Condition) }).ToValueList(),
                    }
                )
                .ToValueList(),
        };
    }

    // What a declaration is lowered to can have several expressions at its place, and all that a let reads of an argument stands where
    // the argument does.
    private static bool IsLike(Expression expression, Expression like) =>
        expression.GetType() == like.GetType()
        && expression.Place == like.Place
        && (expression, like) switch
        {
            (CompareExpression compare, CompareExpression other) => compare.Operator == other.Operator
                && compare.Left.Shape == other.Left.Shape,
            (LogicalExpression logical, LogicalExpression other) => logical.Operator == other.Operator
                && logical.Right is HeldForExpression == other.Right is HeldForExpression,
            (ListExpression list, ListExpression other) => list.Items.Count == other.Items.Count,
            (PathExpression path, PathExpression other) => path.Path == other.Path,
            (ItemExpression item, ItemExpression other) => item.Path == other.Path,
            _ => expression.Shape == like.Shape,
        };

    private static ControlModel Of(ControlModel control, ExpressionRewriter rewriter) => control with
    {
        Placements = control.Placements.Select(placement => placement with { Rules = rewriter.Of(placement.Rules) }).ToValueList(),
    };

    // What makes a chart worse is asked twice: by its rule, and by what counts since when it holds.
    private static ChartModel Of(ChartModel chart, ExpressionRewriter rewriter) => chart with
    {
        Triggers = chart.Triggers.Select(trigger => trigger with { Condition = rewriter.Of(trigger.Condition) }).ToValueList(),
        Recoveries = chart.Recoveries.Select(recovery => recovery with { Where = Of(recovery.Where, rewriter) }).ToValueList(),
    };

    private static AggregateModel Of(AggregateModel aggregate, ExpressionRewriter rewriter) =>
        aggregate with
        {
            Sources = aggregate
                .Sources.Select(source => source with { Where = Of(source.Where, rewriter), Value = Of(source.Value, rewriter) })
                .ToValueList(),
        };

    private static LimitDrawModel Of(LimitDrawModel draw, ExpressionRewriter rewriter) => draw with
    {
        Amount = Of(draw.Amount, rewriter),
        Value = rewriter.Of(draw.Value),
        Where = Of(draw.Where, rewriter),
    };

    private static Expression? Of(Expression? expression, ExpressionRewriter rewriter) =>
        expression is null ? null : rewriter.Of(expression);
}
