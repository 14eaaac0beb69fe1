using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>What becomes of a held request that nobody answers: silence refuses, or halts where the hold says so.</summary>
internal static class SilentHolds
{
    /// <summary>The decision after a time without an answer.</summary>
    /// <param name="ticks">How long ago it was decided.</param>
    public static Decision After(Decision decision, long ticks)
    {
        if (decision.Outcome != Outcome.Hold)
            return decision;
        var over = decision.Holds.Where(hold => ticks >= hold.Ticks).ToList();
        if (over.Count == 0)
            return decision;
        return decision with { Outcome = over.Any(hold => hold.OtherwiseHalt) ? Outcome.Halt : Outcome.Block };
    }
}
