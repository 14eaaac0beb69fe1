using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Runs;

/// <summary>Compiles an order of steps to its automaton, within <see cref="StepLimits"/>.</summary>
public static class StepCompiler
{
    public static StepCompilation Compile(StepExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var positions = new StepPositions(expression);
        if (positions.Problem is { } problem)
            return new StepCompilation(null, problem);
        var names = positions.Names;
        var states = new StepStates(positions, [.. names.Select(positions.Named)]);
        return states.TooMany
            ? new StepCompilation(null, StepProblem.TooManyStates)
            : new StepCompilation(Merge(names, states, StepClasses.Of(states, names.Count)), null);
    }

    // Classes are numbered in the order in which they are first reached, which makes the automaton of a language the only one.
    private static StepAutomaton Merge(ValueList<string> names, StepStates states, int[] classes)
    {
        var numbers = new Dictionary<int, int> { [classes[0]] = 0 };
        var order = new List<int> { 0 };
        var moves = new List<int>();
        for (var i = 0; i < order.Count; i++)
        {
            for (var name = 0; name < names.Count; name++)
            {
                var next = states.Moves[order[i] * names.Count + name];
                if (next != StepAutomaton.Left && numbers.TryAdd(classes[next], order.Count))
                    order.Add(next);
                moves.Add(next == StepAutomaton.Left ? StepAutomaton.Left : numbers[classes[next]]);
            }
        }

        return new StepAutomaton(names, moves.ToValueList(), order.Select(states.IsComplete).ToValueList());
    }
}
