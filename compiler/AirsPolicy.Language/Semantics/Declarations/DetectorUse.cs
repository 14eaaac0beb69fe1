using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Which detectors a policy uses directly.</summary>
internal static class DetectorUse
{
    /// <summary>
    /// The qualified names of declared detectors and the names of built-in ones that the rules of a policy ask; not those that detectors
    /// are made of.
    /// </summary>
    public static IReadOnlySet<string> Of(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Of(
            model.Controls,
            model.Aggregates,
            model.Limits,
            model
                .Charts.SelectMany(chart =>
                    chart
                        .Triggers.Select(trigger => (Expression?)trigger.Condition)
                        .Concat(chart.Recoveries.Select(recovery => recovery.Where)))
                .Concat(model.Breakers.SelectMany(breaker => breaker.Trips.Select(trip => (Expression?)trip.Condition))));
    }

    internal static HashSet<string> Of(
        IEnumerable<ControlModel> controls,
        IEnumerable<AggregateModel> aggregates,
        IEnumerable<LimitModel> limits,
        IEnumerable<Expression?> standing)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        // One stack for all rules of the policy.
        var pending = new Stack<Expression>();
        foreach (var control in controls)
        {
            foreach (var placement in control.Placements)
            {
                foreach (var rule in placement.Rules)
                    Add(used, rule, pending);
            }
        }
        Add(
            used,
            pending,
            aggregates
                .SelectMany(aggregate => aggregate.Sources)
                .SelectMany(source => source.Keys.Append(source.Where).Append(source.Value)));
        Add(
            used,
            pending,
            limits.SelectMany(limit => limit.Draws).SelectMany(draw => draw.Keys.Append(draw.Where).Append(draw.Amount).Append(draw.Value))
        );
        Add(used, pending, standing);
        return used;
    }

    private static void Add(HashSet<string> used, Stack<Expression> pending, IEnumerable<Expression?> expressions)
    {
        foreach (var expression in expressions.OfType<Expression>())
            pending.Push(expression);
        AddPending(used, pending);
    }

    private static void Add(HashSet<string> used, RuleModel rule, Stack<Expression> pending)
    {
        if (rule.Condition is not null)
            pending.Push(rule.Condition);
        foreach (var effect in rule.Effects)
        {
            if (effect is RedactEffectModel redact)
                used.Add(redact.Detector);
            foreach (var expression in ExpressionTree.Expressions(effect))
                pending.Push(expression);
        }
        AddPending(used, pending);
    }

    private static void AddPending(HashSet<string> used, Stack<Expression> pending)
    {
        while (pending.TryPop(out var expression))
        {
            if (expression is DetectorExpression detector)
                used.Add(detector.Detector);
            ExpressionTree.PushParts(pending, expression);
        }
    }
}
