using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Stores;
using AirsPolicy.Runtime.State.Tallies;

namespace AirsPolicy.Runtime.State;

/// <summary>
/// What the decisions of the past add up to, for the conditions that ask: kept as it happens and never looked for. For any number of
/// threads; all that is recorded has one order. Time is handed in and never runs back: an earlier one counts as the latest there was.
/// </summary>
public sealed class EventHistory
{
    private readonly StateClock _clock;
    private readonly KeptByMeaning<KeptAggregate, KeyedTallies> _kept;
    // The numbers of the aggregates among all that is kept, which journals know.
    private readonly int[] _numbers;
    private readonly KeyedTallies[] _aggregates;

    /// <summary>An empty history.</summary>
    /// <param name="aggregates">What is asked of it; the place in the list is the number of the aggregate.</param>
    public EventHistory(ValueList<AggregateDefinition> aggregates)
        : this([.. aggregates.Select(aggregate => new KeptAggregate("", StateOwner.None, aggregate))], new StateClock(), before: null)
    {
    }

    /// <summary>A history that goes on with what another has counted; both may be used meanwhile.</summary>
    /// <param name="aggregates">What is asked of it.</param>
    /// <param name="clock">That of the other.</param>
    /// <param name="before">The other, or null.</param>
    internal EventHistory(ValueList<KeptAggregate> aggregates, StateClock clock, EventHistory? before)
    {
        _clock = clock;
        lock (clock.Order)
        {
            _kept = before?._kept ?? NewKept(clock);
            _numbers = _kept.Of(aggregates);
            _aggregates = [.. _numbers.Select(number => _kept.All[number].Tally)];
            foreach (var (_, tallies) in _kept.All)
                tallies.Trim(clock.Latest);
        }
    }

    /// <summary>The same history, of all that is kept and by the numbers that journals know.</summary>
    private EventHistory(EventHistory other)
    {
        (_clock, _kept) = (other._clock, other._kept);
        _numbers = [.. Enumerable.Range(0, _kept.All.Count)];
        _aggregates = [.. _kept.All.Select(kept => kept.Tally)];
    }

    /// <summary>How much of the room of each aggregate is taken, by number.</summary>
    /// <param name="name">What an aggregate is called.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    internal IEnumerable<StoreReading> Stores(Func<int, string> name, long now)
    {
        lock (_clock.Order)
        {
            _clock.Advance(now);
            return [.. _aggregates.Select((tallies, number) => tallies.Reading(name(number)))];
        }
    }

    /// <summary>What an aggregate comes to for a key.</summary>
    /// <param name="aggregate">Its number.</param>
    /// <param name="key">Who or what is asked about.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    public TallyReading Read(int aggregate, in StateKey key, long now)
    {
        var tallies = _aggregates[aggregate];
        lock (_clock.Order)
            return tallies.Read(key, Mark(tallies, now));
    }

    /// <summary>
    /// Whether what each of some aggregates comes to is less than a number, and can be told, for every key there is: asked without waiting
    /// for anybody. False where it may not be. The time advances as where they are read.
    /// </summary>
    internal bool AreBelow(ReadOnlySpan<(int Aggregate, long Least)> counts, long now)
    {
        _clock.Advance(now);
        foreach (var (aggregate, least) in counts)
        {
            if (!_aggregates[aggregate].IsBelow(least, _clock.Latest))
                return false;
        }
        return true;
    }

    /// <summary>Records an event that an aggregate counts or sums.</summary>
    /// <param name="amount">1 for counts; for sums in the units of <see cref="Numbers.SumAmount"/>.</param>
    public void Record(int aggregate, in EventKey key, Int128 amount, long now)
    {
        var tallies = _aggregates[aggregate];
        lock (_clock.Order)
        {
            tallies.Add(key, new Occurrence(Mark(tallies, now), amount, default));
            Change(ChangeKind.EventCounted, aggregate)?.Add(_clock.Latest).Add(key).Add(amount).End();
        }
    }

    /// <summary>Records an event of which an aggregate counts the different values.</summary>
    /// <param name="value">The value of the event.</param>
    public void RecordValue(int aggregate, in EventKey key, in StateKey value, long now)
    {
        var tallies = _aggregates[aggregate];
        lock (_clock.Order)
        {
            tallies.Add(key, new Occurrence(Mark(tallies, now), 1, value));
            Change(ChangeKind.ValueCounted, aggregate)?.Add(_clock.Latest).Add(key).Add(value).End();
        }
    }

    /// <summary>
    /// Records an event of one key whose amount or value cannot be told: the aggregate fails for the key while the event would count.
    /// </summary>
    public void RecordFailure(int aggregate, in EventKey key, FailureKind failure, long now)
    {
        var tallies = _aggregates[aggregate];
        lock (_clock.Order)
        {
            tallies.Fail(key, Mark(tallies, now), failure);
            Change(ChangeKind.KeyFailed, aggregate)?.Add(_clock.Latest).Add(key).Add((long)failure).End();
        }
    }

    /// <summary>
    /// Records an event of which it cannot be told whether it counts or for whom: the aggregate fails for everyone while it would count.
    /// </summary>
    public void RecordFailure(int aggregate, FailureKind failure, long now)
    {
        var tallies = _aggregates[aggregate];
        lock (_clock.Order)
        {
            tallies.Fail(Mark(tallies, now), failure);
            Change(ChangeKind.AggregateFailed, aggregate)?.Add(_clock.Latest).Add((long)failure).End();
        }
    }

    /// <summary>
    /// Forgets what an aggregate knows of a session or run that has ended, or of a key for which a breaker has closed: that key, and the
    /// keys it owns. Of a session or run, those that go by themselves once their events no longer count may stay until then.
    /// </summary>
    public void Forget(int aggregate, in StateKey ended)
    {
        lock (_clock.Order)
        {
            _aggregates[aggregate].Remove(ended);
            Change(ChangeKind.KeyForgotten, aggregate)?.Add(ended).End();
        }
    }

    /// <summary>Forgets everything that an aggregate knows, of whatever key.</summary>
    public void Forget(int aggregate)
    {
        lock (_clock.Order)
        {
            _aggregates[aggregate].Clear();
            Change(ChangeKind.AggregateForgotten, aggregate)?.End();
        }
    }

    /// <summary>Forgets everything that was kept for a session or run that has ended, also by policies before.</summary>
    internal void End(StateOwner owner, in StateKey ended)
    {
        lock (_clock.Order)
        {
            EndAll(owner, ended);
            _clock.Journal?.Begin(ChangeKind.EventsEnded).Add((long)owner).Add(ended).End();
        }
    }

    /// <summary>The number by which journals know an aggregate.</summary>
    internal int NumberOf(int aggregate) => _numbers[aggregate];

    /// <summary>The same history, of all that is kept and by the numbers that journals know.</summary>
    internal EventHistory OfAll()
    {
        lock (_clock.Order)
            return new EventHistory(this);
    }

    /// <summary>Whether everything that another keeps has a number here.</summary>
    internal bool Knows(EventHistory other)
    {
        lock (_clock.Order)
            return _numbers.Length >= other._kept.All.Count;
    }

    /// <summary>Writes again what is kept, by number. Under the lock of the clock.</summary>
    internal void RewriteKnown()
    {
        foreach (var (number, (aggregate, _)) in _kept.All.Index())
            Known(_clock.Journal!, aggregate, number, ChangeRole.Whole);
    }

    /// <summary>Writes again what all that is kept has come to.</summary>
    internal void Rewrite()
    {
        for (var number = 0; ; number++)
        {
            lock (_clock.Order)
            {
                if (number >= _kept.All.Count)
                    return;
                var kept = number;
                _kept.All[kept]
                    .Tally.Write(_clock.Journal!, journal => journal.Begin(ChangeKind.AggregateWhole).Add((long)kept).Add(_clock.Latest));
            }
        }
    }

    /// <summary>Does again what a change has done.</summary>
    internal void Apply(ChangeKind kind, ref ChangeReader change)
    {
        lock (_clock.Order)
        {
            switch (kind)
            {
                case ChangeKind.EventsEnded:
                    EndAll(change.Word<StateOwner>(), change.Key());
                    return;
                case ChangeKind.AggregateKnown:
                    var known = change.Int();
                    _kept.Restore(KeptAggregateOf(ref change), known);
                    return;
            }
            var tallies = _kept.Kept(change.Int()).Tally;
            switch (kind)
            {
                case ChangeKind.KeyForgotten:
                    tallies.Remove(change.Key());
                    return;
                case ChangeKind.AggregateForgotten:
                    tallies.Clear();
                    return;
            }
            var mark = Mark(tallies, change.Long());
            switch (kind)
            {
                case ChangeKind.EventCounted:
                    tallies.Add(change.EventKey(), new Occurrence(mark, change.Int128(), default));
                    break;
                case ChangeKind.ValueCounted:
                    tallies.Add(change.EventKey(), new Occurrence(mark, 1, change.Key()));
                    break;
                case ChangeKind.KeyFailed:
                    tallies.Fail(change.EventKey(), mark, change.Word<FailureKind>());
                    break;
                case ChangeKind.AggregateFailed:
                    tallies.Fail(mark, change.Word<FailureKind>());
                    break;
                case ChangeKind.AggregateWhole:
                    tallies.Read(ref change);
                    break;
            }
        }
    }

    private void EndAll(StateOwner owner, in StateKey ended)
    {
        foreach (var (aggregate, tallies) in _kept.All)
        {
            if (aggregate.Owner == owner)
                tallies.Remove(ended);
        }
    }

    private ChangeWriter? Change(ChangeKind kind, int aggregate) => _clock.Journal?.Begin(kind).Add((long)_numbers[aggregate]);

    private static KeptByMeaning<KeptAggregate, KeyedTallies> NewKept(StateClock clock) =>
        new(
            aggregate => aggregate.Definition.NewTallies(clock),
            clock.Journal is { } journal ? (aggregate, number) => Known(journal, aggregate, number, ChangeRole.Soon) : null);

    private static void Known(ChangeWriter journal, KeptAggregate aggregate, int number, ChangeRole role)
    {
        var definition = aggregate.Definition;
        journal
            .Begin(ChangeKind.AggregateKnown)
            .Add((long)number)
            .Add(aggregate.Digest)
            .Add((long)aggregate.Owner)
            .Add((long)definition.Kind)
            .Add(definition.Within)
            .Add((long)definition.UpTo)
            .Add((long)definition.MaxKeys)
            .Add(definition.TripsBreaker)
            .Add(definition.Order)
            .End(role);
    }

    private static KeptAggregate KeptAggregateOf(ref ChangeReader change)
    {
        var (digest, owner, kind) = (change.Text(), change.Word<StateOwner>(), change.Word<AggregateKind>());
        var (within, upTo, maxKeys, trips) = (change.Long(), change.Int(), change.Int(), change.Flag());
        return new KeptAggregate(digest, owner, new AggregateDefinition(kind, within, upTo, maxKeys, change.Order(), trips));
    }

    private long Mark(KeyedTallies tallies, long now)
    {
        _clock.Advance(now);
        return tallies.Window.Mark(_clock.Latest);
    }
}
