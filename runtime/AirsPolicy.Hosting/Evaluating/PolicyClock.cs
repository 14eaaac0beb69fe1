namespace AirsPolicy.Hosting.Evaluating;

/// <summary>The clock of a host, which never runs back: what a policy has seen as past stays past.</summary>
internal sealed class PolicyClock(TimeProvider clock)
{
    // Threads that only read the time leave the shared line of memory alone between steps of this size.
    private const long Step = TimeSpan.TicksPerMillisecond;

    private long _latest;

    /// <summary>The time, at least as late as the latest given out, to within a millisecond.</summary>
    public DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        var latest = Volatile.Read(ref _latest);
        if (now.UtcTicks < latest)
            return new DateTimeOffset(latest, TimeSpan.Zero);
        if (now.UtcTicks - latest >= Step)
            Interlocked.CompareExchange(ref _latest, now.UtcTicks, latest);
        return now;
    }
}
