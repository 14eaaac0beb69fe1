using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
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
            _kept = before?._kept ?? new KeptByMeaning<KeptAggregate, KeyedTallies>();
            _aggregates = _kept.Of(aggregates, aggregate => aggregate.Definition.NewTallies(clock));
            foreach (var (_, tallies) in _kept.All)
                tallies.Trim(clock.Latest);
        }
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
            tallies.Add(key, new Occurrence(Mark(tallies, now), amount, default));
    }

    /// <summary>Records an event of which an aggregate counts the different values.</summary>
    /// <param name="value">The value of the event.</param>
    public void RecordValue(int aggregate, in EventKey key, in StateKey value, long now)
    {
        var tallies = _aggregates[aggregate];
        lock (_clock.Order)
            tallies.Add(key, new Occurrence(Mark(tallies, now), 1, value));
    }

    /// <summary>
    /// Records an event of one key whose amount or value cannot be told: the aggregate fails for the key while the event would count.
    /// </summary>
    public void RecordFailure(int aggregate, in EventKey key, FailureKind failure, long now)
    {
        var tallies = _aggregates[aggregate];
        lock (_clock.Order)
            tallies.Fail(key, Mark(tallies, now), failure);
    }

    /// <summary>
    /// Records an event of which it cannot be told whether it counts or for whom: the aggregate fails for everyone while it would count.
    /// </summary>
    public void RecordFailure(int aggregate, FailureKind failure, long now)
    {
        var tallies = _aggregates[aggregate];
        lock (_clock.Order)
            tallies.Fail(Mark(tallies, now), failure);
    }

    /// <summary>
    /// Forgets what an aggregate knows of a session or run that has ended, or of a key for which a breaker has closed: that key, and the
    /// keys it owns. Of a session or run, those that go by themselves once their events no longer count may stay until then.
    /// </summary>
    public void Forget(int aggregate, in StateKey ended)
    {
        lock (_clock.Order)
            _aggregates[aggregate].Remove(ended);
    }

    /// <summary>Forgets everything that an aggregate knows, of whatever key.</summary>
    public void Forget(int aggregate)
    {
        lock (_clock.Order)
            _aggregates[aggregate].Clear();
    }

    /// <summary>Forgets everything that was kept for a session or run that has ended, also by policies before.</summary>
    internal void End(StateOwner owner, in StateKey ended)
    {
        lock (_clock.Order)
        {
            foreach (var (aggregate, tallies) in _kept.All)
            {
                if (aggregate.Owner == owner)
                    tallies.Remove(ended);
            }
        }
    }

    private long Mark(KeyedTallies tallies, long now)
    {
        _clock.Advance(now);
        return tallies.Window.Mark(_clock.Latest);
    }
}
