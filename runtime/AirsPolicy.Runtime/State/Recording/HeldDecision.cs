using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Runtime.State.Recording;

/// <summary>A decision that waits for people, with what is to be written down once it is known what became of it.</summary>
/// <param name="Due">When silence refuses it, in UTC ticks; <see cref="long.MaxValue"/> for never.</param>
/// <param name="History">Where it is written down; that of the policy that decided.</param>
/// <param name="OnRefusal">What it adds once it is refused.</param>
/// <param name="Limits">Where its draws are set aside.</param>
/// <param name="Reservation">Their number, or null where it draws nothing.</param>
/// <param name="Halts">Where halts are kept.</param>
/// <param name="OnSilence">What is halted where nobody answers.</param>
/// <param name="Request">What people decide on; null where nobody is asked.</param>
/// <param name="Facts">The facts that were decided on, as JSON; null where they are not kept.</param>
internal sealed record HeldDecision(
    long Due, EventHistory History, RecordedEvent[] OnRefusal, LimitLedger Limits, long? Reservation,
    HaltState Halts, KeyedHalt[] OnSilence, HeldRequest? Request = null, byte[]? Facts = null)
{
    /// <summary>It is refused: its draws are given back.</summary>
    public void Refuse(long now)
    {
        if (Reservation is { } reservation)
            Limits.Release(reservation);
        foreach (var happened in OnRefusal)
            happened.RecordIn(History, now);
    }

    /// <summary>Nobody has answered: it is refused, and halts what its holds say.</summary>
    public void RefuseBySilence()
    {
        Refuse(Due);
        foreach (var (halt, key) in OnSilence)
            Halts.Halt(halt, key);
    }
}
