using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>
/// The breakers of a policy, by key. What trips a breaker for one key opens it for no other. For any number of threads; time never runs
/// back. Where there is no room for one more key, it shares one of a fixed number of places: the breaker is open for it, and for the few
/// others that fall in the same place, as long as it would have been for it alone.
/// </summary>
public sealed class BreakerState
{
    /// <summary>For how many keys breakers can be open at a time.</summary>
    public const int MaxOpen = 100_000;

    private readonly Lock _order = new();
    private readonly Dictionary<(string Breaker, StateKey Key), Entry> _open = [];
    private readonly Dictionary<string, SharedPlaces<OpenTime>> _crowded = new(StringComparer.Ordinal);
    private readonly int _most;
    private readonly int _places;
    private readonly ReadOnlyMemory<byte> _secret;
    private readonly ChangeWriter? _journal;
    private long _latest;
    private long? _swept;
    private long? _fullSince;
    private volatile bool _any;

    /// <summary>Every breaker is closed.</summary>
    public BreakerState()
        : this(MaxOpen)
    {
    }

    internal BreakerState(int most, int places = SharedPlaces<OpenTime>.Most, StateKeeping? keeping = null) =>
        (_most, _places, _secret, _journal) = (most, places, keeping?.Secret ?? default, ChangeWriter.Of(keeping));

    /// <summary>Every breaker is closed. Most decisions ask no more.</summary>
    public bool IsEmpty => !_any;

    /// <summary>The breakers that are not closed, with their keys.</summary>
    public IReadOnlyList<OpenBreaker> Open
    {
        get
        {
            lock (_order)
                return [.. _open.Select(open => new OpenBreaker(open.Key.Breaker, open.Key.Key, open.Value.Since, open.Value.Passed))];
        }
    }

    /// <summary>How much room is taken, but by keys that make room where another needs it.</summary>
    /// <param name="now">The time, in UTC ticks.</param>
    public StoreReading Store(long now)
    {
        lock (_order)
        {
            now = Advance(now);
            foreach (var places in _crowded.Values)
                places.Any(now);
            Note();
            var held = _open.Values.Count(open => !open.IsAbandoned(now));
            return new StoreReading(
                "open breakers",
                held,
                _most,
                _crowded.Values.Sum(places => places.Taken),
                held < _most ? null : _fullSince);
        }
    }

    /// <summary>How a breaker stands for a key, without trying it.</summary>
    public BreakerPhase Read(BreakerDefinition breaker, in StateKey key, long now)
    {
        ArgumentNullException.ThrowIfNull(breaker);
        if (IsEmpty)
            return BreakerPhase.Closed;
        lock (_order)
            return PhaseOf(breaker, key, Advance(now), out _);
    }

    /// <summary>How a breaker stands for a decision. Where it tries decisions, this is one of them until <see cref="End"/>.</summary>
    public BreakerPass Enter(BreakerDefinition breaker, in StateKey key, long now)
    {
        ArgumentNullException.ThrowIfNull(breaker);
        if (IsEmpty)
            return new BreakerPass(key, BreakerPhase.Closed);
        lock (_order)
        {
            var phase = PhaseOf(breaker, key, Advance(now), out var entry);
            if (phase == BreakerPhase.Probing)
                entry!.Trying++;
            return new BreakerPass(key, phase);
        }
    }

    /// <summary>What a decision has come to.</summary>
    /// <param name="breaker">The breaker.</param>
    /// <param name="pass">What it said of the decision.</param>
    /// <param name="wentOn">The decision went on; else it was refused. Null where it waits, which tells nothing.</param>
    /// <param name="trips">What trips the breaker holds now, or cannot be told.</param>
    /// <param name="now">When, in UTC ticks.</param>
    /// <param name="closing">Called where it closes, before anybody can see that: what has tripped it begins a new count.</param>
    public void End(BreakerDefinition breaker, in BreakerPass pass, bool? wentOn, bool trips, long now, Action? closing = null)
    {
        ArgumentNullException.ThrowIfNull(breaker);
        if (pass.Key is not { } key || pass.IsOpen || (pass.Phase == BreakerPhase.Closed && !trips))
            return;
        lock (_order)
        {
            now = Advance(now);
            var known = _open.TryGetValue((breaker.Name, key), out var entry);
            if (pass.Phase == BreakerPhase.Closed)
            {
                if (!known)
                    Add(breaker, key, now);
                return;
            }
            // Somebody has closed it meanwhile, or another decision that tried was refused.
            if (!known || entry!.Trying == 0)
                return;
            entry.Trying--;
            if (wentOn == false)
            {
                _open[(breaker.Name, key)] = new Entry(breaker, now);
                Opened(breaker, key, now);
            }
            else if (wentOn == true && ++entry.Passed >= breaker.Probes)
            {
                closing?.Invoke();
                Remove((breaker.Name, key));
            }
            else if (wentOn == true)
            {
                Change(ChangeKind.BreakerPassed, breaker.Name, key)?.Add((long)entry.Passed).End(ChangeRole.First);
            }
        }
    }

    /// <summary>
    /// Closes a breaker, as a person may. For a key that found no room and shares its place it stays open, since that may be of another:
    /// <see cref="CloseCrowded"/>.
    /// </summary>
    /// <param name="closing">Called before anybody can see that it is closed, as by <see cref="End"/>.</param>
    /// <returns>Whether it was open.</returns>
    public bool Close(BreakerDefinition breaker, in StateKey key, Action? closing = null)
    {
        ArgumentNullException.ThrowIfNull(breaker);
        lock (_order)
        {
            closing?.Invoke();
            var crowded = _crowded.TryGetValue(breaker.Name, out var places) && places.Remove(key);
            if (crowded)
                Change(ChangeKind.BreakerClosed, breaker.Name, key)?.End(ChangeRole.First);
            return Remove((breaker.Name, key)) || crowded;
        }
    }

    /// <summary>
    /// Closes a breaker for every key that found no room of its own, whosever it is, as a person may who has seen <see cref="Store"/>.
    /// </summary>
    public void CloseCrowded(BreakerDefinition breaker)
    {
        ArgumentNullException.ThrowIfNull(breaker);
        lock (_order)
        {
            _crowded.Remove(breaker.Name);
            _journal?.Begin(ChangeKind.CrowdedBreakersClosed).Add(breaker.Name).End(ChangeRole.First);
            Note();
        }
    }

    /// <summary>Writes everything again.</summary>
    internal void Rewrite()
    {
        lock (_order)
        {
            _journal!.Begin(ChangeKind.BreakersWhole).Add(_latest).End(ChangeRole.Whole);
            foreach (var ((breaker, key), entry) in _open)
            {
                Opened(entry.Breaker with { Name = breaker }, key, entry.Since, ChangeRole.Whole);
                if (entry.Passed > 0)
                    Change(ChangeKind.BreakerPassed, breaker, key)!.Add((long)entry.Passed).End(ChangeRole.Whole);
            }
            foreach (var (breaker, places) in _crowded)
            {
                _journal.Begin(ChangeKind.BreakerCrowded).Add(breaker);
                places.Write(_journal, (journal, open) => journal.Add(open.Until));
                _journal.End(ChangeRole.Whole);
            }
        }
    }

    /// <summary>Does again what a change has done.</summary>
    internal void Apply(ChangeKind kind, ref ChangeReader change)
    {
        lock (_order)
        {
            if (kind == ChangeKind.BreakersWhole)
            {
                _open.Clear();
                _crowded.Clear();
                Advance(change.Long());
                Note();
                return;
            }
            var name = change.Text();
            switch (kind)
            {
                case ChangeKind.BreakerOpened:
                    var (key, since) = (change.Key(), change.Long());
                    Advance(since);
                    _open[(name, key)] = new Entry(new BreakerDefinition(name, [], change.Long(), change.Int(), []), since);
                    break;
                case ChangeKind.BreakerPassed:
                    // What is not known is written again further on.
                    var (open, passed) = (change.Key(), change.Int());
                    if (_open.TryGetValue((name, open), out var entry))
                        entry.Passed = passed;
                    break;
                case ChangeKind.BreakerClosed:
                    var closed = change.Key();
                    _open.Remove((name, closed));
                    if (_crowded.TryGetValue(name, out var shared))
                        shared.Remove(closed);
                    break;
                case ChangeKind.BreakerCrowded:
                    for (var left = change.Count(); left > 0; left--)
                        PlacesOf(name).Restore(change.Int(), change.Flag(), change.Key(), new OpenTime(change.OptionalLong()));
                    break;
                case ChangeKind.CrowdedBreakersClosed:
                    _crowded.Remove(name);
                    break;
            }
            Note();
        }
    }

    private void Opened(BreakerDefinition breaker, in StateKey key, long since, ChangeRole role = ChangeRole.First) =>
        Change(ChangeKind.BreakerOpened, breaker.Name, key)?.Add(since).Add(breaker.OpenFor).Add((long)breaker.Probes).End(role);

    private ChangeWriter? Change(ChangeKind kind, string breaker, in StateKey key) => _journal?.Begin(kind).Add(breaker).Add(key);

    private SharedPlaces<OpenTime> PlacesOf(string breaker)
    {
        if (!_crowded.TryGetValue(breaker, out var places))
            _crowded.Add(
                breaker,
                places = new SharedPlaces<OpenTime>(OpenTime.Longer, (open, at) => open.Lasts(at), _secret, _places));
        return places;
    }

    private BreakerPhase PhaseOf(BreakerDefinition breaker, in StateKey key, long now, out Entry? entry)
    {
        var crowded = _crowded.TryGetValue(breaker.Name, out var places) && places.TryFind(key, now, out _, out _);
        if (!_open.TryGetValue((breaker.Name, key), out entry) || crowded)
            return crowded ? BreakerPhase.Open : BreakerPhase.Closed;
        return breaker.Probes > 0 && now - entry.Since >= breaker.OpenFor && entry.Trying < breaker.Probes - entry.Passed
            ? BreakerPhase.Probing
            : BreakerPhase.Open;
    }

    private void Add(BreakerDefinition breaker, in StateKey key, long now)
    {
        _any = true;
        if (_open.Count >= _most)
            ForgetAbandoned(now);
        if (_open.Count < _most)
        {
            _fullSince = null;
            _open.Add((breaker.Name, key), new Entry(breaker, now));
            Opened(breaker, key, now);
            return;
        }
        _fullSince ??= now;
        var places = PlacesOf(breaker.Name);
        places.Add(key, new OpenTime(breaker.Probes == 0 || breaker.OpenFor > long.MaxValue - now ? null : now + breaker.OpenFor), now);
        if (_journal is null)
            return;
        _journal.Begin(ChangeKind.BreakerCrowded).Add(breaker.Name).Add(1L);
        places.Write(_journal, key, (journal, open) => journal.Add(open.Until));
        _journal.End(ChangeRole.First);
    }

    // Keys whose time is over and that nobody has come back with. They are looked for once a second at most, since that goes through all of
    // them.
    private void ForgetAbandoned(long now)
    {
        if (_swept is { } swept && now - swept < TimeSpan.TicksPerSecond)
            return;
        _swept = now;
        foreach (var key in _open.Where(open => open.Value.IsAbandoned(now)).Select(open => open.Key).ToList())
        {
            _open.Remove(key);
            Change(ChangeKind.BreakerClosed, key.Breaker, key.Key)?.End();
        }
    }

    private bool Remove((string Breaker, StateKey Key) key)
    {
        var known = _open.Remove(key);
        if (known)
        {
            _fullSince = null;
            Change(ChangeKind.BreakerClosed, key.Breaker, key.Key)?.End(ChangeRole.First);
        }
        Note();
        return known;
    }

    // What has ended in its place is looked for where it is asked about: it is no reason to look at each of them here.
    private void Note() => _any = _open.Count > 0 || _crowded.Values.Any(places => places.Taken > 0);

    private long Advance(long now) => _latest = Math.Max(_latest, now);

    // Since when it is open, how many decisions have gone on since it tries them, and how many it tries now.
    private sealed class Entry(BreakerDefinition breaker, long since)
    {
        public BreakerDefinition Breaker { get; } = breaker;

        public long Since { get; } = since;

        public int Passed { get; set; }

        public int Trying { get; set; }

        public bool IsAbandoned(long now) => Breaker.Probes > 0 && Trying == 0 && now - Since >= Breaker.OpenFor;
    }
}
