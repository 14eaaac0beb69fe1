namespace AirsPolicy.Hosting.Tests.Evaluating;

/// <summary>A clock whose timers are over once somebody says so, so that nobody waits.</summary>
internal sealed class FiringClock : TimeProvider
{
    private readonly TaskCompletionSource _fired = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The time for which a timer was set last.</summary>
    public TimeSpan? Set { get; private set; }

    public void Fire() => _fired.TrySetResult();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Set = dueTime;
        _ = _fired.Task.ContinueWith(_ => callback(state), TaskScheduler.Default);
        return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
