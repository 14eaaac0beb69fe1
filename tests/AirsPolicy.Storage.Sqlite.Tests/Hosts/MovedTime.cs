namespace AirsPolicy.Storage.Sqlite.Tests;

/// <summary>A clock that a test moves, with timers that fire when the test says so.</summary>
internal sealed class MovedTime : TimeProvider
{
    private readonly List<HeldTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How many of the next readings fail.</summary>
    public int Faults { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        if (Faults == 0)
            return _now;
        Faults--;
        throw new InvalidOperationException("some private words");
    }

    public void Move(TimeSpan by) => _now += by;

    public void FireTimers() => _timers.ForEach(timer => timer.Fire());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(() => callback(state));
        _timers.Add(timer);
        return timer;
    }

    private sealed class HeldTimer(Action callback) : ITimer
    {
        private bool _isSet;

        public bool Change(TimeSpan dueTime, TimeSpan period) => _isSet = dueTime != Timeout.InfiniteTimeSpan;

        public void Fire()
        {
            if (!_isSet)
                return;
            _isSet = false;
            callback();
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
