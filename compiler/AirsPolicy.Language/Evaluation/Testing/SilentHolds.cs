using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Halts;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>What becomes of a held request that nobody answers: silence refuses, or halts where the hold that is over first says so.</summary>
internal static class SilentHolds
{
    /// <summary>The decision after a time without an answer.</summary>
    /// <param name="ticks">How long ago it was decided.</param>
    public static Decision After(Decision decision, long ticks) =>
        decision.Outcome == Outcome.Hold && decision.Holds.Any(hold => ticks >= hold.Ticks)
            ? decision with { Outcome = StandingHalt.HaltsOnSilence(decision) ? Outcome.Halt : Outcome.Block }
            : decision;
}
