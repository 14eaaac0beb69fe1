using System.Diagnostics;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Comparison.Search;

/// <summary>An order of steps as the language writes it.</summary>
internal static class StepText
{
    public static string Of(StepExpression order) => order switch
    {
        NamedStep named => named.Name,
        StepSequence sequence => string.Join(" -> ", sequence.Steps.Select(Of)),
        StepChoice choice => $"({string.Join(" | ", choice.Alternatives.Select(Of))})",
        RepeatedStep repeated => Inner(repeated.Step) + (repeated.CanRecur ? repeated.CanBeAbsent ? "*" : "+" : "?"),
        _ => throw new UnreachableException(order.ToString()),
    };

    private static string Inner(StepExpression step) => step is StepSequence ? $"({Of(step)})" : Of(step);
}
