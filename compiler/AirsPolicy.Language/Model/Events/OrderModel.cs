using AirsPolicy.Collections;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Model.Events;

/// <summary>An order of steps. A step is the value of an event, a text.</summary>
/// <param name="Steps">The order, of tools and agents by their names outside.</param>
/// <param name="Handovers">
/// For an order of agents: who hands work to whom, which is a step of its own (<see cref="HandoverOrder"/>). Null for an order of tools.
/// </param>
public sealed record OrderModel(StepExpression Steps, ValueList<Handover>? Handovers)
{
    /// <summary>The automaton of the order, over the values of events.</summary>
    /// <exception cref="InvalidOperationException">The order is larger than one may be, which binding refuses.</exception>
    public StepAutomaton Compile()
    {
        var compiled = StepCompiler.Compile(Steps);
        if (compiled.Automaton is { } automaton && Handovers is { } handovers)
            compiled = HandoverOrder.Compile(automaton, handovers);
        return compiled.Automaton ?? throw new InvalidOperationException($"An order has no automaton: {compiled.Problem}.");
    }
}
