using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>Lowers calls of functions: the tables name the function and the shape of its argument.</summary>
internal static class FunctionPlanner
{
    private static readonly RuntimeMember s_call = new(Receiver.Evaluation, nameof(Evaluation.Call), PlanType.Long, CanFail: true);

    public static PlanExpression Plan(CallExpression call, ExpressionPlanner planner, ProgramParts parts)
    {
        var argument = call.Arguments[0];
        return ExpressionPlanner.Call(
            s_call, parts.Function(call.Function), parts.Shape(argument.Shape), planner.SlotOf(argument), planner.Plan(argument));
    }
}
