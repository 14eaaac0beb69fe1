using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;

namespace AirsPolicy.Compiler.Planning.Rules;

/// <summary>A planned rule with its condition taken apart, ready to be put behind indexes.</summary>
/// <param name="Plan">The rule; its condition is made of what is left of <paramref name="Conjuncts"/> when it is placed.</param>
/// <param name="Conjuncts">What must all hold, in the order written.</param>
/// <param name="Tool">The number of the tool it is confined to, or -1.</param>
internal sealed record PlacedRule(RulePlan Plan, ValueList<PlanExpression> Conjuncts, int Tool)
{
    /// <summary>The rule without a conjunct that an index has decided.</summary>
    public PlacedRule Without(int conjunct) => this with { Conjuncts = Conjuncts.Where((_, i) => i != conjunct).ToValueList() };

    /// <summary>The rule as it is emitted.</summary>
    public RulePlan Placed() => Plan with
    {
        Condition = Conjuncts.Count switch
        {
            0 => new ConstantPlan(true, PlanType.Bool),
            1 => Conjuncts[0],
            _ => new LogicalPlan(All: true, Conjuncts),
        },
    };
}
