using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Runs;

/// <summary>
/// The order in which agents act, over what is seen of it: that an agent acts, and that it hands work to another. An agent that goes on
/// acting makes no new step; one that hands on work acts, and the one that takes it is next.
/// </summary>
public static class HandoverOrder
{
    /// <summary>Between the two agents of a step in which one hands work to the other.</summary>
    public const string Between = "\n";

    // What a policy carries of it, in moves.
    private const int MaxMoves = 1 << 16;

    /// <summary>The step in which an agent hands work to another.</summary>
    public static string Step(string from, string to) => $"{from}{Between}{to}";

    /// <summary>The automaton over what is seen.</summary>
    /// <param name="order">The order of the agents.</param>
    /// <param name="handovers">Which hands work to which.</param>
    public static StepCompilation Compile(StepAutomaton order, ValueList<Handover> handovers)
    {
        ArgumentNullException.ThrowIfNull(order);
        var steps = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var name in order.Names)
            steps.Add(name, [name]);
        foreach (var handover in handovers.Where(handover => order.Names.Contains(handover.From) && order.Names.Contains(handover.To)))
            steps[Step(handover.From, handover.To)] = [handover.From, handover.To];
        return Compile(order, [.. steps.Keys], [.. steps.Values]);
    }

    // A state is one of the order with who acted last.
    private static StepCompilation Compile(StepAutomaton order, string[] names, string[][] steps)
    {
        var numbers = new Dictionary<(int State, string? Agent), int> { [(StepAutomaton.Start, null)] = 0 };
        var states = new List<(int State, string? Agent)> { (StepAutomaton.Start, null) };
        var moves = new List<int>();
        for (var i = 0; i < states.Count; i++)
        {
            foreach (var agents in steps)
            {
                var next = agents.Aggregate(states[i], (at, agent) => at.Agent == agent ? at : (order.Next(at.State, agent), agent));
                if (next.State != StepAutomaton.Left && numbers.TryAdd(next, states.Count))
                    states.Add(next);
                moves.Add(next.State == StepAutomaton.Left ? StepAutomaton.Left : numbers[next]);
            }

            if (states.Count > StepLimits.MaxStates || moves.Count > MaxMoves)
                return new StepCompilation(null, StepProblem.TooManyStates);
        }

        var complete = states.Select(state => order.IsComplete(state.State)).ToValueList();
        return new StepCompilation(new StepAutomaton(names.ToValueList(), moves.ToValueList(), complete), null);
    }
}

/// <summary>That an agent may hand work to another.</summary>
/// <param name="From">Who hands it on.</param>
/// <param name="To">Who takes it.</param>
public sealed record Handover(string From, string To);
