using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.State.Origins;

/// <summary>
/// In which texts of its session a value occurs, for <c>origin</c>. A value occurs where a text has it word for word, case and white space aside, from the
/// beginning of a word to the end of one; a number in groups also where its groups are divided otherwise. Exact: nothing is told by a hash, so no
/// value can be made to look like one that another text has. For any number of threads; the texts of a session stay until it is forgotten.
/// </summary>
/// <param name="maxSessions">The most sessions at a time.</param>
/// <param name="maxCharacters">The most characters (UTF-16) of all texts of all sessions; where one finds no room, the origins of its session are unclear.</param>
public sealed class OriginIndex(int maxSessions = OriginLimits.Sessions, long maxCharacters = OriginLimits.AllCharacters)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StateKey, SessionTexts> _sessions = [];
    // Some session found no room, or nobody knows whose a text was: those that are not held may have had texts.
    private bool _lost;
    private bool _lostAll;
    private long _characters;

    /// <summary>Adds a text to a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="labels">What the text is labelled, a bit each; at least one.</param>
    /// <param name="text">The text.</param>
    public void Add(in StateKey session, ulong labels, ReadOnlySpan<char> text)
    {
        ArgumentOutOfRangeException.ThrowIfZero(labels);
        if (text.IsEmpty || ForWriting(session) is not { } texts)
            return;
        lock (texts.Order)
        {
            if (Interlocked.Add(ref _characters, text.Length) <= maxCharacters)
            {
                texts.Add(labels, text);
                return;
            }
            Interlocked.Add(ref _characters, -text.Length);
            texts.Lose();
        }
    }

    /// <summary>A text came into the session of which it cannot be told what it is: from now on all its origins are unclear.</summary>
    public void Lose(in StateKey session)
    {
        if (ForWriting(session) is not { } texts)
            return;
        lock (texts.Order)
            texts.Lose();
    }

    /// <summary>A text came of which it cannot be told into which session: from now on the origins of all sessions are unclear.</summary>
    public void LoseAll()
    {
        lock (_lock)
            (_lost, _lostAll) = (true, true);
    }

    /// <summary>Where a value came from.</summary>
    /// <param name="session">The session.</param>
    /// <param name="value">The value.</param>
    public OriginReading Read(in StateKey session, ReadOnlySpan<char> value)
    {
        SessionTexts? texts;
        bool lost, lostAll;
        lock (_lock)
        {
            texts = _sessions.GetValueOrDefault(session);
            (lost, lostAll) = (_lost, _lostAll);
        }
        if (texts is not null)
        {
            lock (texts.Order)
                return texts.Read(value) is var reading && lostAll ? reading with { IsUnclear = true } : reading;
        }
        return lost ? OriginReading.Unclear : new SessionTexts().Read(value);
    }

    /// <summary>Forgets the texts of a session that has ended.</summary>
    public void Forget(in StateKey session)
    {
        lock (_lock)
        {
            if (_sessions.Remove(session, out var texts))
                Interlocked.Add(ref _characters, -texts.Characters);
        }
    }

    /// <summary>How many bytes the index of a session takes.</summary>
    internal int SizeOf(in StateKey session)
    {
        lock (_lock)
            return _sessions.GetValueOrDefault(session)?.Size ?? 0;
    }

    private SessionTexts? ForWriting(in StateKey session)
    {
        lock (_lock)
        {
            if (_sessions.TryGetValue(session, out var texts))
                return texts;
            if (_sessions.Count >= maxSessions)
            {
                _lost = true;
                return null;
            }
            return _sessions[session] = new SessionTexts();
        }
    }
}
