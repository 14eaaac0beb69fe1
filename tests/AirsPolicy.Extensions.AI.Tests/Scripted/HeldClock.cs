using System.Collections.Concurrent;

namespace AirsPolicy.Extensions.AI.Tests.Scripted;

/// <summary>A clock on which no time goes by. Whoever waits is let go by hand.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly ConcurrentQueue<Action> _set = [];

    /// <summary>Lets those go who wait now, and nobody who waits later.</summary>
    public void Fire()
    {
        while (_set.TryDequeue(out var call))
            call();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _set.Enqueue(() => callback(state));
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
