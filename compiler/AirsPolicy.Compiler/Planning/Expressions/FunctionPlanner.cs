using System.Diagnostics;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Functions;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>Lowers calls of functions: the tables name the function and the shape of its argument.</summary>
internal static class FunctionPlanner
{
    private static readonly RuntimeMember s_call = new(Receiver.Evaluation, nameof(Evaluation.Call), PlanType.Long, CanFail: true);

    private static readonly RuntimeMember s_compare = new(Receiver.Evaluation, nameof(Evaluation.Compare), PlanType.Long, CanFail: true);

    public static PlanExpression Plan(CallExpression call, ExpressionPlanner planner, ProgramParts parts)
    {
        if (call.Arguments is [var text, var with])
            return ExpressionPlanner.Call(
                s_compare,
                parts.Function(call.Function),
                planner.Plan(text),
                parts.Shape(planner.ShapeOf(with)),
                planner.Plan(with));
        var argument = call.Arguments[0];
        var shape = planner.ShapeOf(argument);
        var bound =
            BuiltinFunctions.Find(call.Function)
            ?? throw new UnreachableException($"Binding let the function '{call.Function}' through, which there is not.");
        var form = BuiltinFunctions.FormOf(bound, shape);
        return ExpressionPlanner.Call(
            form.Result == BuiltinKind.Text ? s_call with { WorksOut = true } : s_call,
            parts.Function(form.Id),
            parts.Shape(shape),
            planner.SlotOf(argument),
            planner.Plan(argument));
    }
}
