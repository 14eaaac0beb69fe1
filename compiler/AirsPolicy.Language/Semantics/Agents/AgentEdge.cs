using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>Where an agent may go no further.</summary>
/// <param name="Condition">When it would.</param>
/// <param name="Kind">What is refused.</param>
/// <param name="Reason">Why, for reviewers.</param>
/// <param name="Place">The clause that says it, or the declaration.</param>
internal sealed record AgentEdge(Expression Condition, RefusalKind Kind, string Reason, SourcePlace Place)
{
    /// <summary>The rule that refuses it.</summary>
    public RuleModel ToRule(int ordinal) =>
        new(ordinal, Condition, [new FixedEffectModel(new BlockEffect(null))], Place, new Refusal(Kind, Reason));
}
