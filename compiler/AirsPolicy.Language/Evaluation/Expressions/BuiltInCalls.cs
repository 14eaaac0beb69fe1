using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Language.Evaluation.Expressions;

/// <summary>Calls of built-in functions.</summary>
internal static class BuiltInCalls
{
    public static Value Call(CallExpression call, ValueList<Value> arguments) => (call.Function, arguments) switch
    {
        ("length", [TextValue text]) => new NumberValue(TextSize.Characters(text.Text)),
        ("length", [ListValue list]) => new NumberValue(list.Items.Count),
        ("size", [TextValue text]) => new NumberValue(TextSize.Bytes(text.Text)),
        ("folded", [TextValue text]) => new TextValue(Folding.Fold(text.Text)),
        _ => new FailedValue(FailureKind.Internal, $"There is no function '{call.Function}'."),
    };
}
