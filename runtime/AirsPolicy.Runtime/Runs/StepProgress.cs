namespace AirsPolicy.Runtime.Runs;

/// <summary>
/// Where a run stands in an order, as one number: 0 for one that has made no step, else its state and one, or a negative number for one
/// that has left the order.
/// </summary>
public static class StepProgress
{
    /// <summary>Where a run stands that has made a step.</summary>
    /// <param name="state">The state in which it is, or <see cref="StepAutomaton.Left"/>.</param>
    public static Int128 Of(int state) => state == StepAutomaton.Left ? StepAutomaton.Left : state + 1;

    /// <summary>The state in which a run is.</summary>
    public static int StateOf(Int128 standing) =>
        standing < 0 ? StepAutomaton.Left
        : standing == 0 ? StepAutomaton.Start
        : (int)standing - 1;

    /// <summary>Whether a run has made a step.</summary>
    public static bool HasBegun(Int128 standing) => standing != 0;
}
