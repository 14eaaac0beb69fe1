namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>A clock on which no time passes: what waits for a time is rung when the test says so.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly TaskCompletionSource<TimeSpan> _due = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];

    /// <summary>The time that is waited for first.</summary>
    public Task<TimeSpan> Due => _due.Task;

    /// <summary>The times that are waited for.</summary>
    public IReadOnlyList<TimeSpan> Waiting
    {
        get
        {
            lock (_lock)
                return [.. _timers.Select(timer => timer.Due)];
        }
    }

    /// <summary>Lets the time be over of all that waits.</summary>
    public void Ring()
    {
        Timer[] timers;
        lock (_lock)
            timers = [.. _timers];
        foreach (var timer in timers)
            timer.Ring();
    }

    public override DateTimeOffset GetUtcNow() => Clock.Start;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, dueTime, () => callback(state));
        lock (_lock)
            _timers.Add(timer);
        _due.TrySetResult(dueTime);
        return timer;
    }

    private sealed class Timer(HeldClock clock, TimeSpan due, Action ring) : ITimer
    {
        public TimeSpan Due { get; } = due;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (clock._lock)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
