namespace AirsPolicy.Compiler.Planning.Nodes;

/// <summary>Whether an expression may fail its rule; one that cannot needs no test after it and may be decided by an index.</summary>
internal static class PlanFailures
{
    public static bool CanFail(PlanExpression expression) => PlanCalls.Any(expression, member => member.CanFail);
}
