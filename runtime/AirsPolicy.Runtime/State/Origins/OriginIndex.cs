using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Origins;

/// <summary>
/// In which texts of its session a value occurs, for <c>origin</c>. A value occurs where a text has it word for word, case and white space
/// aside, from the beginning of a word to the end of one; a number in groups also where its groups are divided otherwise. Exact: nothing is
/// told by a hash, so no value can be made to look like one that another text has. For any number of threads; the texts of a session stay
/// until it is forgotten.
/// </summary>
public sealed class OriginIndex
{
    private readonly int _maxSessions;
    private readonly long _maxCharacters;
    private readonly Lock _lock = new();
    private readonly ChangeWriter? _journal;
    private readonly Dictionary<StateKey, SessionTexts> _sessions = [];
    // Sessions with texts that found no room: others that fall in the same place may have had texts too.
    private readonly SharedPlaces<bool> _crowded;
    // Nobody knows whose a text was: any session may have had it.
    private bool _lostAll;
    private long _characters;

    /// <summary>No session has texts.</summary>
    /// <param name="maxSessions">The most sessions at a time.</param>
    /// <param name="maxCharacters">
    /// The most characters (UTF-16) of all texts of all sessions; where one finds no room, the origins of its session are unclear.
    /// </param>
    public OriginIndex(int maxSessions = OriginLimits.Sessions, long maxCharacters = OriginLimits.AllCharacters)
        : this(maxSessions, maxCharacters, SharedPlaces<bool>.Most)
    {
    }

    internal OriginIndex(int maxSessions, long maxCharacters, int places, StateKeeping? keeping = null) =>
        (_maxSessions, _maxCharacters, _crowded, _journal) = (
            maxSessions,
            maxCharacters,
            new SharedPlaces<bool>((one, other) => one || other, (_, _) => true, keeping?.Secret ?? default, places),
            ChangeWriter.Of(keeping));

    /// <summary>How much room is taken: by sessions, and by the characters of their texts.</summary>
    public IReadOnlyList<StoreReading> Stores
    {
        get
        {
            lock (_lock)
                return
                [
                    new StoreReading("sessions with texts", _sessions.Count, _maxSessions, _crowded.Taken, null),
                    new StoreReading("characters of texts", Interlocked.Read(ref _characters), _maxCharacters, 0, null),
                ];
        }
    }

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
            if (Interlocked.Add(ref _characters, text.Length) <= _maxCharacters)
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
        {
            _lostAll = true;
            _journal?.Begin(ChangeKind.AllTextsLost).End();
        }
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
            (lost, lostAll) = (_lostAll || _crowded.TryFind(session, now: 0, out _, out _), _lostAll);
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
            Remove(session);
            _journal?.Begin(ChangeKind.TextsForgotten).Add(session).End();
        }
    }

    /// <summary>Writes everything again that journals know: which sessions have texts. The texts themselves nobody keeps.</summary>
    internal void Rewrite()
    {
        lock (_lock)
        {
            _journal!.Begin(ChangeKind.TextsWhole).Add(_lostAll);
            _crowded.Write(_journal, (journal, lost) => journal.Add(lost));
            _journal.End(ChangeRole.Whole);
            foreach (var session in _sessions.Keys)
                _journal.Begin(ChangeKind.TextsBegun).Add(session).End(ChangeRole.Whole);
        }
    }

    /// <summary>
    /// Does again what a change has done. The texts of a session are not there again, so that where a value of it came from is unclear.
    /// </summary>
    internal void Apply(ChangeKind kind, ref ChangeReader change)
    {
        lock (_lock)
        {
            switch (kind)
            {
                case ChangeKind.TextsBegun:
                    ForWriting(change.Key(), isAgain: true)?.Lose();
                    break;
                case ChangeKind.AllTextsLost:
                    _lostAll = true;
                    break;
                case ChangeKind.TextsForgotten:
                    Remove(change.Key());
                    break;
                case ChangeKind.TextsWhole:
                    _sessions.Clear();
                    _crowded.Clear();
                    _lostAll = change.Flag();
                    for (var left = change.Count(); left > 0; left--)
                        _crowded.Restore(change.Int(), change.Flag(), change.Key(), change.Flag());
                    break;
            }
        }
    }

    private void Remove(in StateKey session)
    {
        if (_sessions.Remove(session, out var texts))
            Interlocked.Add(ref _characters, -texts.Characters);
        _crowded.Remove(session);
    }

    /// <summary>How many bytes the index of a session takes.</summary>
    internal int SizeOf(in StateKey session)
    {
        lock (_lock)
            return _sessions.GetValueOrDefault(session)?.Size ?? 0;
    }

    private SessionTexts? ForWriting(in StateKey session, bool isAgain = false)
    {
        lock (_lock)
        {
            if (_sessions.TryGetValue(session, out var texts))
                return texts;
            if (!isAgain)
                _journal?.Begin(ChangeKind.TextsBegun).Add(session).End();
            if (_sessions.Count >= _maxSessions)
            {
                _crowded.Add(session, true, now: 0);
                return null;
            }
            texts = _sessions[session] = new SessionTexts();
            // What it had while there was no room is not known.
            if (_crowded.TryFind(session, now: 0, out _, out _))
                texts.Lose();
            return texts;
        }
    }
}
