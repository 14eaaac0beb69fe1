using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Runs;

/// <summary>
/// The smallest deterministic automaton of an order of steps. A run keeps one number, its state, and goes on from it whenever the next
/// step comes. States are numbered as they are first reached, names in ordinal order, so that two orders with the same meaning give
/// equal automata.
/// </summary>
public sealed record StepAutomaton
{
    /// <summary>The state of a run that has made no step.</summary>
    public const int Start = 0;

    /// <summary>The state of a run that has left the order. No step leads back.</summary>
    public const int Left = -1;

    internal StepAutomaton(ValueList<string> names, ValueList<int> moves, ValueList<bool> complete)
    {
        Names = names;
        Moves = moves;
        Complete = complete;
    }

    /// <summary>The names that can be a step, each once, in ordinal order. Any other name leaves the order.</summary>
    public ValueList<string> Names { get; }

    /// <summary>The state that follows, for each state one number a name, or <see cref="Left"/>.</summary>
    public ValueList<int> Moves { get; }

    /// <summary>For each state, whether a run may end there.</summary>
    public ValueList<bool> Complete { get; }

    /// <summary>How many states there are, at least 1 and at most <see cref="StepLimits.MaxStates"/>.</summary>
    public int Count => Complete.Count;

    /// <summary>
    /// The state after one more step. A state that the automaton does not have, as of another version of a policy, counts as left.
    /// </summary>
    public int Next(int state, ReadOnlySpan<char> name) => Next(state, IndexOf(name));

    /// <summary>The state after one more step.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="name">The place of its name among <see cref="Names"/>; any other number leaves the order.</param>
    public int Next(int state, int name) =>
        (uint)state < (uint)Count && (uint)name < (uint)Names.Count ? Moves[state * Names.Count + name] : Left;

    /// <summary>Whether a run that ends in this state has kept to the order from beginning to end.</summary>
    public bool IsComplete(int state) => (uint)state < (uint)Count && Complete[state];

    private int IndexOf(ReadOnlySpan<char> name)
    {
        var (low, high) = (0, Names.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = name.SequenceCompareTo(Names[middle]);
            if (order == 0)
                return middle;
            if (order < 0)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return -1;
    }
}
