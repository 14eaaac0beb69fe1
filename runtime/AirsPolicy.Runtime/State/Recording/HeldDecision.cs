using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Contents;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Runtime.State.Recording;

/// <summary>A decision that waits for people, with what is to be written down once it is known what became of it.</summary>
/// <param name="Due">When silence refuses it, in UTC ticks; <see cref="long.MaxValue"/> for never.</param>
/// <param name="History">Where it is written down; that of the policy that decided.</param>
/// <param name="OnGoing">What it adds once it goes on.</param>
/// <param name="OnRefusal">What it adds once it is refused.</param>
/// <param name="Limits">Where its draws are set aside.</param>
/// <param name="Reservation">Their number, or null where it draws nothing.</param>
/// <param name="Contents">Where what it brings into its session is kept.</param>
/// <param name="Brought">What that is, once it goes on.</param>
/// <param name="Halts">Where halts are kept.</param>
/// <param name="OnSilence">What is halted where nobody answers.</param>
internal sealed record HeldDecision(
    long Due, EventHistory History, RecordedEvent[] OnGoing, RecordedEvent[] OnRefusal, LimitLedger Limits, long? Reservation,
    SessionContents Contents, RecordedContent[] Brought, HaltState Halts, KeyedHalt[] OnSilence)
{
    /// <summary>When silence refuses a decision: once the shortest time of its holds is over.</summary>
    public static long DueOf(Decision decision, long now)
    {
        var shortest = long.MaxValue;
        foreach (var hold in decision.Holds)
            shortest = Math.Min(shortest, hold.Ticks ?? long.MaxValue);
        // A time from the facts may be negative: it is over at once.
        return shortest > long.MaxValue - now ? long.MaxValue : now + Math.Max(0, shortest);
    }

    /// <summary>It goes on. Where its draws find no room it waits on, and nothing is written down.</summary>
    public FailureKind GoOn(long now)
    {
        if (Reservation is { } reservation && Limits.Commit(reservation, now) is not FailureKind.None and var failure)
            return failure;
        foreach (var happened in OnGoing)
            happened.RecordIn(History, now);
        foreach (var content in Brought)
            Contents.Add(content);
        return FailureKind.None;
    }

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
