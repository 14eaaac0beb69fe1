using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Language.Reasoning.Formulas;
using AirsPolicy.Language.Reasoning.Solving;
using AirsPolicy.Language.Reasoning.Terms;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Mutation;

/// <summary>
/// Whether a changed policy provably decides everything as before: no test can notice it then, and it says nothing of the tests.
/// </summary>
internal static class EquivalentMutant
{
    private const int MaxChoices = 2_000;

    private static readonly Expression s_nothing = new ConstantExpression(true, BoolShape.Instance, new SourcePlace("", 0, 0, 0, 0));

    private static readonly RuleOrigin s_origin = new("", null, null, "", 0, "", 0, 0);

    /// <summary>
    /// Whether nothing differs but conditions, each of which is true of the same requests as before, effects that come to nothing beside
    /// others of their rule, and parts of detectors that say nothing beside others.
    /// False where that is not proved.
    /// </summary>
    public static bool Is(PolicyModel model, PolicyModel changed)
    {
        if (changed.Controls.Count != model.Controls.Count
            || !AreEqual(model.Detectors, changed.Detectors)
            || changed.Aggregates != model.Aggregates
            || changed.Limits != model.Limits
            || !AreEqual(model, Machines(model), Machines(changed))
            || WithoutConditions(model) != WithoutConditions(changed))
            return false;
        for (var i = 0; i < model.Controls.Count; i++)
        {
            if (!AreEqual(model, model.Controls[i], changed.Controls[i]))
                return false;
        }
        return true;
    }

    private static bool AreEqual(ValueList<DetectorDefinition> detectors, ValueList<DetectorDefinition> changed) =>
        detectors == changed
        || detectors.Count == changed.Count
            && detectors.Zip(changed).All(pair => pair.First == pair.Second || EquivalentDetector.Is(pair.First, pair.Second));

    private static bool AreEqual(PolicyModel model, ControlModel control, ControlModel changed)
    {
        if (ReferenceEquals(control, changed))
            return true;
        if (changed with { Placements = control.Placements } != control || changed.Placements.Count != control.Placements.Count)
            return false;
        return control.Placements.Zip(changed.Placements).All(pair =>
            pair.Second with { Rules = pair.First.Rules } == pair.First && pair.First.Rules.Count == pair.Second.Rules.Count
            && pair.First.Rules.Zip(pair.Second.Rules).All(rules => AreEqual(model, rules.First, rules.Second)));
    }

    private static bool AreEqual(PolicyModel model, RuleModel rule, RuleModel changed)
    {
        if (ReferenceEquals(rule, changed) || rule == changed)
            return true;
        if (changed with { Effects = rule.Effects } == rule)
            return AreEqual(rule.Effects, changed.Effects);
        return rule.Condition is { } before
            && changed.Condition is { } after
            && changed with { Condition = before } == rule
            && AreEqual(model, before, after);
    }

    private static bool AreEqual(PolicyModel model, ValueList<Expression> conditions, ValueList<Expression> changed) =>
        conditions.Count == changed.Count && conditions.Zip(changed).All(pair => AreEqual(model, pair.First, pair.Second));

    private static bool AreEqual(PolicyModel model, Expression before, Expression after)
    {
        if (ReferenceEquals(before, after) || before == after)
            return true;
        var keys = new TermKeys();
        // What can fail has to be evaluated under the same circumstances, which the order of evaluation decides.
        if (!IsSure(before) || !IsSure(after) || !Reads(keys, before).SetEquals(Reads(keys, after)))
            return false;
        var builder = new FormulaBuilder(model, isSettled: true);
        var (one, other) = (builder.Of(before), builder.Of(after));
        var solver = new Solver(builder, MaxChoices);
        return solver.Ask(one, other.Negated()).IsImpossible && solver.Ask(one.Negated(), other).IsImpossible;
    }

    // What charts and breakers ask beside the rules of their controls.
    private static ValueList<Expression> Machines(PolicyModel model) =>
    [
        .. model.Charts.SelectMany(chart => chart.Triggers).Select(trigger => trigger.Condition),
        .. model.Charts.SelectMany(chart => chart.Recoveries).Select(recovery => recovery.Where).OfType<Expression>(),
        .. model.Breakers.SelectMany(breaker => breaker.Trips).Select(trip => trip.Condition),
    ];

    private static (ValueList<ChartModel> Charts, ValueList<BreakerModel> Breakers) WithoutConditions(PolicyModel model) =>
        (
            model
                .Charts.Select(chart =>
                    chart with
                    {
                        Triggers = chart.Triggers.Select(trigger => trigger with { Condition = s_nothing }).ToValueList(),
                        Recoveries = chart
                            .Recoveries.Select(recovery => recovery.Where is null ? recovery : recovery with { Where = s_nothing })
                            .ToValueList(),
                    }
                )
                .ToValueList(),
            model
                .Breakers.Select(breaker =>
                    breaker with
                    {
                        Trips = breaker.Trips.Select(trip => trip with { Condition = s_nothing }).ToValueList(),
                    }
                )
                .ToValueList());

    // Effects join: where those of the rule alone come to the same, so do they beside those of others. Whoever tests sees the reasons of
    // flags too. An effect whose values are not known can fail, and the rule with it.
    private static bool AreEqual(ValueList<EffectModel> effects, ValueList<EffectModel> changed)
    {
        if (!effects.Concat(changed).All(effect => effect is FixedEffectModel))
            return false;
        return JoinOf(effects) == JoinOf(changed) && Flags(effects).SetEquals(Flags(changed));
    }

    private static Decision JoinOf(ValueList<EffectModel> effects) => EffectJoin.Decide(
        "", [new MatchedRule(s_origin, effects.Select(effect => ((FixedEffectModel)effect).Effect).ToValueList())]) with
    { Fired = [] };

    private static HashSet<string> Flags(ValueList<EffectModel> effects) =>
        effects
            .Select(effect => ((FixedEffectModel)effect).Effect)
            .OfType<FlagEffect>()
            .Select(flag => flag.Reason ?? "")
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsSure(Expression condition) =>
        !ExpressionTree
            .DescendantsAndSelf(condition)
            .Any(part =>
                part
                    is ArithmeticExpression
                        or AggregateExpression
                        or FollowsExpression
                        or LimitPassedExpression
                        or OriginExpression
                        or CarriesLabelExpression
                        or QuantifierExpression
                        or ConcatExpression);

    private static HashSet<string> Reads(TermKeys keys, Expression condition) =>
        ExpressionTree.DescendantsAndSelf(condition).OfType<PathExpression>().Select(keys.Of).ToHashSet(StringComparer.Ordinal);
}
