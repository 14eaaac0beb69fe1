using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Expressions;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning.Rules;

/// <summary>Plans the rules of a control at one point, for one tool where it is confined to tools.</summary>
internal static class RulePlanner
{
    /// <summary>Plans one rule.</summary>
    /// <param name="control">The control and its number.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="layout">The facts of the point.</param>
    /// <param name="tool">The number of the tool, or -1.</param>
    /// <param name="parts">What the program names by number.</param>
    public static PlacedRule Plan(
        (ControlModel Model, int Number) control, RuleModel rule, PointLayout layout, int tool, ProgramParts parts)
    {
        var detect = control.Model.Detect;
        var scope = new RuleScope(layout, tool < 0 ? null : layout.Tools[tool]);
        var planner = new ExpressionPlanner(scope, parts);
        var condition = rule.Condition is null ? null : planner.Plan(rule.Condition);
        var effects = rule.Effects.Select(effect => EffectPlanner.Table(effect, scope)).ToValueList();
        var number = parts.Rule(
            new RuleTable(
                control.Number,
                rule.Ordinal,
                rule.Place.File,
                rule.Place.Line,
                rule.Place.Column,
                effects,
                RequiredFacts.Of(rule, scope, parts),
                rule.Refusal));
        var calls = rule
            .Effects.Select(
                (effect, index) => EffectPlanner.Call(effect, new NumberPlan(number), new NumberPlan(index), planner, scope, parts))
            .OfType<CallPlan>();
        var outcome = effects.Where(effect => !effect.Computed).Select(effect => (int)effect.Effect.Outcome).DefaultIfEmpty(-1).Max();
        var plan = new RulePlan(
            number, new ConstantPlan(true, PlanType.Bool), outcome, calls.ToValueList(), detect is not null, detect?.Until, rule.Place);
        return new PlacedRule(plan, Conjuncts(condition), tool);
    }

    private static ValueList<PlanExpression> Conjuncts(PlanExpression? condition) => condition switch
    {
        null or ConstantPlan { Value: true } => [],
        LogicalPlan { All: true } all => all.Items,
        _ => [condition],
    };
}
