using System.Diagnostics;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>The meaning of an order of steps, by what is left of it after each step. There are no automata here.</summary>
internal static class NaiveOrder
{
    private static readonly StepChoice s_never = new([]);

    private static readonly StepSequence s_done = new([]);

    /// <summary>Whether steps can be the beginning of a run that keeps to an order.</summary>
    public static bool Keeps(OrderModel order, IEnumerable<string> steps) => CanGoOn(Left(order, steps));

    /// <summary>Whether steps are a run that keeps to an order from beginning to end.</summary>
    public static bool IsComplete(OrderModel order, IEnumerable<string> steps) => CanBeEmpty(Left(order, steps));

    private static StepExpression Left(OrderModel order, IEnumerable<string> steps)
    {
        if (order.Handovers is not { } handovers)
            return steps.Aggregate(order.Steps, After);
        var seen = steps.ToList();
        var known = handovers.Select(handover => HandoverOrder.Step(handover.From, handover.To)).ToHashSet(StringComparer.Ordinal);
        // Who hands work to somebody that he may not hand it to leaves the order, whoever might have come next.
        return seen.Exists(step => step.Contains(HandoverOrder.Between, StringComparison.Ordinal) && !known.Contains(step))
            ? s_never
            : Turns(seen).Aggregate(order.Steps, After);
    }

    // Who acts, one after the other: who hands on work acts, and who takes it is next.
    private static IEnumerable<string> Turns(IEnumerable<string> steps)
    {
        string? last = null;
        foreach (var agent in steps.SelectMany(step => step.Split(HandoverOrder.Between)))
        {
            if (agent == last)
                continue;
            yield return last = agent;
        }
    }

    private static StepExpression After(StepExpression expression, string step) => expression switch
    {
        NamedStep named => named.Name == step ? s_done : s_never,
        StepSequence { Steps.Count: 0 } => s_never,
        StepSequence sequence => AfterFirst(sequence.Steps[0], new StepSequence([.. sequence.Steps.Skip(1)]), step),
        // What is the same twice, or cannot be any more, is left out: what is left stays small.
        StepChoice choice => Any(choice.Alternatives.Select(alternative => After(alternative, step))),
        RepeatedStep { CanRecur: false } repeated => After(repeated.Step, step),
        RepeatedStep repeated => Then(After(repeated.Step, step), repeated with { CanBeAbsent = true }),
        _ => throw new UnreachableException(),
    };

    private static StepExpression AfterFirst(StepExpression first, StepSequence rest, string step)
    {
        var taken = Then(After(first, step), rest);
        return CanBeEmpty(first) ? Any([taken, After(rest, step)]) : taken;
    }

    private static StepExpression Then(StepExpression first, StepExpression rest) =>
        CanGoOn(first) ? new StepSequence([first, rest]) : s_never;

    private static StepExpression Any(IEnumerable<StepExpression> alternatives)
    {
        var possible = alternatives
            .SelectMany(alternative => alternative is StepChoice inner ? inner.Alternatives.AsEnumerable() : [alternative])
            .Where(CanGoOn)
            .Distinct()
            .ToList();
        return possible is [var only] ? only : new StepChoice([.. possible]);
    }

    private static bool CanGoOn(StepExpression expression) => expression switch
    {
        NamedStep => true,
        StepSequence sequence => sequence.Steps.All(CanGoOn),
        StepChoice choice => choice.Alternatives.Any(CanGoOn),
        RepeatedStep repeated => repeated.CanBeAbsent || CanGoOn(repeated.Step),
        _ => throw new UnreachableException(),
    };

    private static bool CanBeEmpty(StepExpression expression) => expression switch
    {
        NamedStep => false,
        StepSequence sequence => sequence.Steps.All(CanBeEmpty),
        StepChoice choice => choice.Alternatives.Any(CanBeEmpty),
        RepeatedStep repeated => repeated.CanBeAbsent || CanBeEmpty(repeated.Step),
        _ => throw new UnreachableException(),
    };
}
