using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.State.Recording;

/// <summary>
/// Decisions that wait for people: neither gone on nor refused, until somebody says so or their time is over. Each is settled once. For
/// any number of threads.
/// </summary>
public sealed class HeldDecisions
{
    /// <summary>How many can wait at a time.</summary>
    public const int MaxWaiting = 100_000;

    private readonly Lock _order = new();
    private readonly Dictionary<long, HeldDecision> _waiting = [];
    private readonly SortedSet<(long Due, long Number)> _due = [];
    private long _last;
    private long _earliest = long.MaxValue;
    private int _count;

    internal HeldDecisions()
    {
    }

    /// <summary>Nothing waits.</summary>
    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    /// <summary>A held decision went on: people have approved it.</summary>
    /// <param name="held">Its number.</param>
    /// <param name="now">The time, from which on it counts.</param>
    /// <returns>
    /// <see cref="FailureKind.None"/>; <see cref="FailureKind.Unknown"/> where it has been settled or its time was over; <see cref="FailureKind.OverLimit"/>
    /// where a limit that it draws from has no room, and it waits on.
    /// </returns>
    public FailureKind GoOn(long held, long now)
    {
        Advance(now);
        lock (_order)
        {
            if (!_waiting.TryGetValue(held, out var decision))
                return FailureKind.Unknown;
            var failure = decision.GoOn(now);
            if (failure == FailureKind.None)
                Remove(held, decision);
            return failure;
        }
    }

    /// <summary>A held decision is refused: people have said no.</summary>
    /// <returns>False where it has been settled or its time was over.</returns>
    public bool Refuse(long held, long now)
    {
        Advance(now);
        lock (_order)
        {
            if (!_waiting.TryGetValue(held, out var decision))
                return false;
            Remove(held, decision);
            decision.Refuse(now);
            return true;
        }
    }

    /// <summary>Silence refuses: settles those whose time is over, each at the instant at which it was. Comes before anything that happens at that time or later.</summary>
    internal void Advance(long now)
    {
        if (now < Volatile.Read(ref _earliest))
            return;
        lock (_order)
        {
            while (_due.Count > 0 && _due.Min is var (due, number) && due <= now)
            {
                var decision = _waiting[number];
                Remove(number, decision);
                decision.RefuseBySilence();
            }
        }
    }

    /// <summary>Has a decision wait, and gives it a number; null where too many wait.</summary>
    internal long? Add(HeldDecision decision)
    {
        lock (_order)
        {
            if (_waiting.Count >= MaxWaiting)
                return null;
            _waiting.Add(++_last, decision);
            if (decision.Due != long.MaxValue)
                _due.Add((decision.Due, _last));
            Note();
            return _last;
        }
    }

    private void Remove(long number, HeldDecision decision)
    {
        _waiting.Remove(number);
        _due.Remove((decision.Due, number));
        Note();
    }

    private void Note()
    {
        Volatile.Write(ref _count, _waiting.Count);
        Volatile.Write(ref _earliest, _due.Count == 0 ? long.MaxValue : _due.Min.Due);
    }
}
