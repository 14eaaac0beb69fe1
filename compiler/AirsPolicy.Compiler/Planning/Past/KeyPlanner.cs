using AirsPolicy.Compiler.Planning.Expressions;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Expressions;
using static AirsPolicy.Compiler.Planning.Expressions.ExpressionPlanner;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>Lowers the values of a key to calls that each take the key and give it on.</summary>
internal static class KeyPlanner
{
    /// <summary>A key.</summary>
    /// <param name="owned">The first value is that of a session, a run or a breaker with whose end the key goes.</param>
    public static PlanExpression Plan(IEnumerable<Expression> values, ExpressionPlanner planner, bool owned = false)
    {
        PlanExpression key = Call(PastMembers.BeginKey);
        foreach (var (place, value) in values.Index())
        {
            key = Call(PastMembers.Key(value.Shape), key, Stored(planner.Plan(value)));
            if (owned && place == 0)
                key = Call(PastMembers.KeyOwner, key);
        }
        return key;
    }

    private static PlanExpression Stored(PlanExpression value) =>
        value.Type == PlanType.Bool ? Call(RuntimeMembers.Truth, value) : value;
}
