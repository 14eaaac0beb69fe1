using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>What a breaker says of one decision, until that has come to something.</summary>
/// <param name="Key">The key of the decision; null where the facts do not tell it.</param>
/// <param name="Phase">How it stands for the key: where it probes, the decision is one that tries.</param>
public readonly record struct BreakerPass(StateKey? Key, BreakerPhase Phase)
{
    /// <summary>The rules of the breaker apply.</summary>
    public bool IsOpen => Phase == BreakerPhase.Open;
}
