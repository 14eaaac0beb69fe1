using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Functions;

namespace AirsPolicy.Language.Evaluation.Expressions;

/// <summary>Calls of the functions of the runtime, which both engines share.</summary>
internal static class BuiltInCalls
{
    /// <summary>What follows where a rule passes <see cref="FactLimits.MaxWorkedOut"/>.</summary>
    public static readonly FailedValue OverLimit = new(FailureKind.OverLimit, "The rule works out more text than one may.");

    /// <param name="shape">The shape of the argument; where that is a whole fact of the tool at hand, by the layout of that tool.</param>
    public static Value Call(CallExpression call, ValueList<Value> arguments, Shape shape)
    {
        if (BuiltinFunctions.Find(call.Function) is not { } bound)
            return new FailedValue(FailureKind.Internal, $"There is no function '{call.Function}'.");
        var function = BuiltinFunctions.FormOf(bound, shape);
        var frame = ScratchFrame.Of(arguments[0], shape);
        var argument = function.Parameter == BuiltinKind.Record ? 0 : frame.Long(0);
        var result = function.Call(frame, argument, CompiledShape.Of(shape));
        if (result == BuiltinFunctions.OverLimit)
            return OverLimit;
        return function.Result == BuiltinKind.Text ? new TextValue(new string(frame.Chars(result))) : new NumberValue(result);
    }

    /// <summary>Calls a function that holds a text against others.</summary>
    /// <param name="call">The call.</param>
    /// <param name="text">The text.</param>
    /// <param name="with">What it is compared with.</param>
    /// <param name="shape">The shape of what it is compared with.</param>
    public static Value Compare(CallExpression call, Value text, Value with, Shape shape)
    {
        if (BuiltinFunctions.Find(call.Function) is not { } function)
            return new FailedValue(FailureKind.Internal, $"There is no function '{call.Function}'.");
        var frame = ScratchFrame.Of(text, TextShape.Instance, with, shape);
        return new NumberValue(
            function.Call(frame, frame.Long(0), frame.Long(SlotLayout.Width(TextShape.Instance)), CompiledShape.Of(shape)));
    }
}
