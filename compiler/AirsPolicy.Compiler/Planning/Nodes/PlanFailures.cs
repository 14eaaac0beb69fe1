using System.Diagnostics;

namespace AirsPolicy.Compiler.Planning.Nodes;

/// <summary>Whether an expression may fail its rule; one that cannot needs no test after it and may be decided by an index.</summary>
internal static class PlanFailures
{
    public static bool CanFail(PlanExpression expression) => expression switch
    {
        ConstantPlan or LiteralPlan or NumberPlan or FactPlan or VariablePlan => false,
        CallPlan call => call.Member.CanFail || call.Arguments.Any(CanFail),
        NotPlan not => CanFail(not.Operand),
        LogicalPlan logical => logical.Items.Any(CanFail),
        ComparePlan compare => CanFail(compare.Left) || CanFail(compare.Right),
        OneOfPlan oneOf => CanFail(oneOf.Value),
        ChoicePlan choice => CanFail(choice.Condition) || CanFail(choice.Then) || CanFail(choice.Else),
        TablePlan table => CanFail(table.Key) || table.Values.Any(CanFail),
        BindPlan bind => CanFail(bind.Value) || CanFail(bind.Body),
        _ => throw new UnreachableException(),
    };
}
