namespace AirsPolicy.Hosting.Tests.Evaluating;

/// <summary>A clock whose timers are over as soon as they are set, so that nobody waits.</summary>
internal sealed class FiringClock : TimeProvider
{
    public TimeSpan? Set { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Set = dueTime;
        return base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
