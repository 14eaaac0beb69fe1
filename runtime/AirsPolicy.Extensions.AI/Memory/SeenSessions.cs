namespace AirsPolicy.Extensions.AI.Memory;

/// <summary>When sessions were first and last seen, and what they have used. Bounded: one that is forgotten begins anew.</summary>
internal sealed class SeenSessions
{
    private const int Most = 10_000;
    private const int MostTools = 1_000;

    private readonly Lock _order = new();
    private Dictionary<string, Seen> _now = new(StringComparer.Ordinal);
    private Dictionary<string, Seen> _before = new(StringComparer.Ordinal);

    /// <summary>A request comes in a session.</summary>
    /// <returns>How old the session is, and for how long nothing came in it.</returns>
    public (TimeSpan Age, TimeSpan Idle) Touch(string session, DateTimeOffset now)
    {
        lock (_order)
        {
            var seen = Of(session, now);
            var idle = now - seen.Last;
            seen.Last = now;
            return (Positive(now - seen.First), Positive(idle));
        }
    }

    /// <summary>Whether a tool has not been used in a session yet.</summary>
    public bool IsFirstUse(string session, string tool)
    {
        lock (_order)
            return !((_now.GetValueOrDefault(session) ?? _before.GetValueOrDefault(session))?.Tools.Contains(tool) ?? false);
    }

    /// <summary>A tool is used in a session.</summary>
    public void Use(string session, string tool, DateTimeOffset now)
    {
        lock (_order)
        {
            if (Of(session, now).Tools is { Count: < MostTools } tools)
                tools.Add(tool);
        }
    }

    private Seen Of(string session, DateTimeOffset now)
    {
        if (_now.TryGetValue(session, out var seen))
            return seen;
        seen = _before.GetValueOrDefault(session) ?? new Seen(now);
        if (_now.Count >= Most)
            (_before, _now) = (_now, new Dictionary<string, Seen>(StringComparer.Ordinal));
        _now.Add(session, seen);
        return seen;
    }

    private static TimeSpan Positive(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;

    private sealed class Seen(DateTimeOffset first)
    {
        public DateTimeOffset First { get; } = first;

        public DateTimeOffset Last { get; set; } = first;

        public HashSet<string> Tools { get; } = new(StringComparer.Ordinal);
    }
}
