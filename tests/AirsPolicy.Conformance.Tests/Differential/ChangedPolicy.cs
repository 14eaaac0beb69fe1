using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>A random policy with one thing changed: something that decides, or something that only looks different.</summary>
internal sealed class ChangedPolicy(PolicyModel model, int seed)
{
    private readonly Draw _draw = new(seed);

    /// <summary>The changed policy, and whether it means the same.</summary>
    public (PolicyModel After, bool Preserves) Make() =>
        _draw.Below(13) switch
        {
            0 => (Everywhere(Moved), true),
            1 => (
                Everywhere(expression =>
                    expression is CompareExpression ? new NamedExpression("named", expression, expression.Place) : expression),
                true),
            2 => (Renumbered(), true),
            3 => (
                OneRule(rule =>
                    rule with
                    {
                        Condition = rule.Condition is { } condition ? new NotExpression(condition, condition.Place) : null,
                        Effects = [.. rule.Effects, new FixedEffectModel(new FlagEffect("changed"))],
                    }
                ),
                false),
            4 => (OneRule(rule => rule with { Effects = [new FixedEffectModel(new BlockEffect("changed"))] }), false),
            5 => (Everywhere(Greater), false),
            6 => (
                model with
                {
                    Aggregates = One(model.Aggregates, aggregate => aggregate with { Within = aggregate.Within + TimeSpan.TicksPerHour }),
                },
                false),
            7 => (
                model with
                {
                    Limits = One(
                        model.Limits,
                        limit =>
                            limit with
                            {
                                Draws = One(
                                    limit.Draws,
                                    draw => draw with { Where = new ConstantExpression(false, BoolShape.Instance, ExpressionDraw.Place) }),
                            }
                    ),
                },
                false),
            8 => (OneControl(control => control with { OnError = new FixedEffectModel(new FlagEffect("changed")) }), false),
            9 => (OneControl(control => control with { Detect = control.Detect is null ? new DetectMode(null) : null }), false),
            10 => (OneControl(control => control with { Placements = [] }), false),
            11 => (
                model with
                {
                    Detectors = One(model.Detectors, detector => detector with { FoundAt = (detector.FoundAt ?? 0) + 1 }),
                },
                false),
            _ => (model with { Queues = One(model.Queues, queue => queue with { Approvals = queue.Approvals + 1 }) }, false),
        };

    private static Expression Moved(Expression expression) =>
        expression with
        {
            Place = expression.Place with { Line = expression.Place.Line + 1 },
        };

    private static Expression Greater(Expression expression) =>
        expression is ConstantExpression { Value: long number, Shape: IntShape or SizeShape or DurationShape } constant
            ? constant with
            {
                Value = number + 1,
            }
            : expression;

    private PolicyModel Everywhere(Func<Expression, Expression> change) =>
        OneControl(control =>
            control with
            {
                Placements = control
                    .Placements.Select(placement => placement with { Rules = new ExpressionRewriter(change).Of(placement.Rules) })
                    .ToValueList(),
            }
        );

    // What is counted, in another order.
    private PolicyModel Renumbered()
    {
        var last = model.Aggregates.Count - 1;
        var rewriter = new ExpressionRewriter(expression => expression switch
        {
            AggregateExpression aggregate => aggregate with { Aggregate = last - aggregate.Aggregate },
            FollowsExpression follows => follows with { Aggregate = last - follows.Aggregate },
            _ => expression,
        });
        return model with
        {
            Aggregates = model.Aggregates.Reverse().ToValueList(),
            Controls = model.Controls.Select(control => control with
            {
                Placements = control.Placements.Select(placement => placement with { Rules = rewriter.Of(placement.Rules) }).ToValueList(),
            }).ToValueList(),
        };
    }

    private PolicyModel OneRule(Func<RuleModel, RuleModel> change) =>
        OneControl(control =>
            control with
            {
                Placements = One(control.Placements, placement => placement with { Rules = One(placement.Rules, change) }),
            }
        );

    private PolicyModel OneControl(Func<ControlModel, ControlModel> change) => model with { Controls = One(model.Controls, change) };

    private ValueList<T> One<T>(ValueList<T> items, Func<T, T> change)
    {
        var chosen = items.Count == 0 ? -1 : _draw.Below(items.Count);
        return items.Select((item, i) => i == chosen ? change(item) : item).ToValueList();
    }
}
