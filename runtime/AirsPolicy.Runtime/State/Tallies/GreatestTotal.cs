namespace AirsPolicy.Runtime.State.Tallies;

/// <summary>
/// A bound on what any key of a window comes to: the greatest total that an event has led to, in this span of the window and in the one
/// before. Written by one thread at a time; read by any number, without waiting.
/// </summary>
/// <param name="window">The window.</param>
internal sealed class GreatestTotal(TimeWindow window)
{
    /// <summary>More than anything counts: a total that cannot be told.</summary>
    public const long Unknown = long.MaxValue;

    // Odd while something is written; what is read meanwhile is not taken.
    private long _version;
    // An event of a span counts until the next is over, and no longer.
    private long _since;
    private long _now;
    private long _before;

    /// <summary>Whether no key comes to so much, whatever the time is: nobody has to work out where the window stands then.</summary>
    public bool IsBelow(long least)
    {
        var version = Volatile.Read(ref _version);
        var greatest = Math.Max(Volatile.Read(ref _now), Volatile.Read(ref _before));
        return version % 2 == 0 && version == Volatile.Read(ref _version) && greatest < least;
    }

    /// <summary>An event has led to a total.</summary>
    public void Note(long total, long mark)
    {
        var passed = mark - _since;
        if (_version == 0 || passed >= window.Span)
            Write(mark, total, _version != 0 && passed - window.Span < window.Span ? _now : 0);
        else if (total > _now)
            Write(_since, total, _before);
    }

    /// <summary>What no key comes to more than, at a mark that is not before the last event.</summary>
    public long At(long mark)
    {
        var version = Volatile.Read(ref _version);
        var (since, now, before) = (Volatile.Read(ref _since), Volatile.Read(ref _now), Volatile.Read(ref _before));
        if (version % 2 != 0 || version != Volatile.Read(ref _version))
            return Unknown;
        var passed = mark - since;
        return version == 0 ? 0 : passed < window.Span ? Math.Max(now, before) : passed - window.Span < window.Span ? now : 0;
    }

    private void Write(long since, long now, long before)
    {
        Volatile.Write(ref _version, _version + 1);
        Volatile.Write(ref _since, since);
        Volatile.Write(ref _now, now);
        Volatile.Write(ref _before, before);
        Volatile.Write(ref _version, _version + 1);
    }
}
