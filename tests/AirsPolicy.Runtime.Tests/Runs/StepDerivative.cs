using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Runtime.Tests.Runs;

/// <summary>The definition of an order of steps, by derivatives and without automata, which exists to be compared.</summary>
internal static class StepDerivative
{
    private static readonly StepChoice s_never = new([]);

    private static readonly StepSequence s_done = new([]);

    public static bool Matches(StepExpression expression, IEnumerable<string> steps) =>
        CanBeEmpty(steps.Aggregate(expression, After));

    /// <summary>Whether some more steps lead to the end.</summary>
    public static bool CanGoOn(StepExpression expression) => expression switch
    {
        NamedStep => true,
        StepSequence sequence => sequence.Steps.All(CanGoOn),
        StepChoice choice => choice.Alternatives.Any(CanGoOn),
        RepeatedStep repeated => repeated.CanBeAbsent || CanGoOn(repeated.Step),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static StepExpression After(StepExpression expression, string step) => expression switch
    {
        NamedStep named => named.Name == step ? s_done : s_never,
        StepSequence { Steps.Count: 0 } => s_never,
        StepSequence sequence => AfterFirst(sequence.Steps[0], new StepSequence([.. sequence.Steps.Skip(1)]), step),
        StepChoice choice => new StepChoice([.. choice.Alternatives.Select(alternative => After(alternative, step))]),
        RepeatedStep { CanRecur: false } repeated => After(repeated.Step, step),
        RepeatedStep repeated => new StepSequence([After(repeated.Step, step), repeated with { CanBeAbsent = true }]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static StepExpression AfterFirst(StepExpression first, StepSequence rest, string step)
    {
        var taken = new StepSequence([After(first, step), .. rest.Steps]);
        return CanBeEmpty(first) ? new StepChoice([taken, After(rest, step)]) : taken;
    }

    private static bool CanBeEmpty(StepExpression expression) => expression switch
    {
        NamedStep => false,
        StepSequence sequence => sequence.Steps.All(CanBeEmpty),
        StepChoice choice => choice.Alternatives.Any(CanBeEmpty),
        RepeatedStep repeated => repeated.CanBeAbsent || CanBeEmpty(repeated.Step),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
