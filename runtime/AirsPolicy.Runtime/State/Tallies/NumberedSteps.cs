using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>The steps of an order, found by the values of events.</summary>
internal sealed class NumberedSteps
{
    private readonly Dictionary<StateKey, int> _numbers = [];

    public NumberedSteps(StepAutomaton order)
    {
        Order = order;
        var writer = new StateKeyWriter();
        for (var number = 0; number < order.Names.Count; number++)
        {
            writer.Begin();
            writer.Add(order.Names[number]);
            _numbers.Add(writer.ToKey(), number);
        }
    }

    public StepAutomaton Order { get; }

    /// <summary>The state after one more step.</summary>
    public int Next(int state, in StateKey step) => Order.Next(state, _numbers.GetValueOrDefault(step, StepAutomaton.Left));
}
