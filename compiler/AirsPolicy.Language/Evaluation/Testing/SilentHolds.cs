using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Halts;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>What becomes of a held request that nobody answers: silence refuses, or halts where one of its holds says so.</summary>
internal static class SilentHolds
{
    /// <summary>The decision once the time of its hold is over.</summary>
    public static Decision Over(Decision decision) =>
        decision with
        {
            Outcome = ActiveHalt.HaltsOnSilence(decision) ? Outcome.Halt : Outcome.Block,
        };
}
