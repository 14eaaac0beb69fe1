namespace AirsPolicy.Runtime.Runs;

/// <summary>Classifies finished runs.</summary>
internal static class RunOutcomes
{
    /// <summary>What a finished run was.</summary>
    /// <param name="order">The order it had to keep to.</param>
    /// <param name="state">The state in which it ended. A run that stopped half way has not kept to its order.</param>
    /// <param name="reached">Whether all its goals are known to be reached; what could not be found out is not reached.</param>
    public static RunOutcome Of(StepAutomaton order, int state, bool reached)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Of(order.IsComplete(state), reached);
    }

    /// <summary>What a finished run was.</summary>
    /// <param name="kept">Whether it has kept to every order from beginning to end.</param>
    /// <param name="reached">Whether all its goals are known to be reached.</param>
    public static RunOutcome Of(bool kept, bool reached) => (kept, reached) switch
    {
        (true, true) => RunOutcome.Normal,
        (true, false) => RunOutcome.ExecutionFailure,
        (false, false) => RunOutcome.VisibleFailure,
        (false, true) => RunOutcome.CreativeSubstitution,
    };

    /// <summary>Whether a run counts as a success.</summary>
    public static bool IsSuccess(this RunOutcome outcome) => outcome == RunOutcome.Normal;
}
