using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Runs;

/// <summary>Where a run stands: what it has been held to since its agents began to act, and how far it has come.</summary>
/// <param name="Followed">No step that went on has left an order.</param>
/// <param name="Unfinished">The agents and workflows, by their names outside, whose order is not at an end.</param>
/// <param name="Unreached">The goals that nothing has reached.</param>
/// <param name="Untold">The goals of which a policy cannot tell whether they are reached, since it says so in words alone.</param>
public sealed record RunProgress(bool Followed, ValueList<string> Unfinished, ValueList<string> Unreached, ValueList<string> Untold)
{
    /// <summary>
    /// What is missing: agents and workflows whose order is not at an end, then goals that are not reached. Those of which a policy cannot
    /// tell are not among them.
    /// </summary>
    public ValueList<string> Missing => [.. Unfinished, .. Unreached];

    /// <summary>What the run is if it is over.</summary>
    /// <param name="reached">
    /// The goals of which somebody else has found that they are reached; of those that a policy can tell it is believed alone.
    /// </param>
    public RunOutcome Outcome(IReadOnlyCollection<string> reached) =>
        RunOutcomes.Of(Followed && Unfinished.Count == 0, Unreached.Count == 0 && Untold.All(reached.Contains));
}
