using System.Diagnostics;

namespace AirsPolicy.Compiler.Planning.Nodes;

/// <summary>
/// The members of the runtime that an expression calls itself; those of the conditions of its quantifiers are not among them.
/// </summary>
internal static class PlanCalls
{
    /// <summary>Whether one is of a kind.</summary>
    public static bool Any(PlanExpression expression, Func<RuntimeMember, bool> kind) => expression switch
    {
        ConstantPlan or LiteralPlan or NumberPlan or FactPlan or VariablePlan => false,
        CallPlan call => kind(call.Member) || call.Arguments.Any(argument => Any(argument, kind)),
        NotPlan not => Any(not.Operand, kind),
        LogicalPlan logical => logical.Items.Any(item => Any(item, kind)),
        ComparePlan compare => Any(compare.Left, kind) || Any(compare.Right, kind),
        OneOfPlan oneOf => Any(oneOf.Value, kind),
        ChoicePlan choice => Any(choice.Condition, kind) || Any(choice.Then, kind) || Any(choice.Else, kind),
        TablePlan table => Any(table.Key, kind) || table.Values.Any(value => Any(value, kind)),
        BindPlan bind => Any(bind.Value, kind) || Any(bind.Body, kind),
        _ => throw new UnreachableException(),
    };
}
