using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Functions;

namespace AirsPolicy.Language.Evaluation.Expressions;

/// <summary>Calls of the functions of the runtime, which both engines share.</summary>
internal static class BuiltInCalls
{
    private static readonly FailedValue OverLimit = new(FailureKind.OverLimit, "The facts and what is worked out from them take more room than a frame has.");

    /// <param name="shape">The shape of the argument; where that is a whole fact of the tool at hand, by the layout of that tool.</param>
    public static Value Call(CallExpression call, ValueList<Value> arguments, Shape shape)
    {
        if (BuiltinFunctions.Find(call.Function) is not { } bound)
            return new FailedValue(FailureKind.Internal, $"There is no function '{call.Function}'.");
        var function = BuiltinFunctions.FormOf(bound, shape);
        if (ScratchFrame.Of(arguments[0], shape) is not { } frame)
            return OverLimit;
        var argument = function.Parameter == BuiltinKind.Record ? 0 : frame.Long(0);
        var result = function.Call(frame, argument, CompiledShape.Of(shape));
        if (result == BuiltinFunctions.OverLimit)
            return OverLimit;
        return function.Result == BuiltinKind.Text ? new TextValue(new string(frame.Chars(result))) : new NumberValue(result);
    }
}
