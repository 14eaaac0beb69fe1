using System.Text.Json;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Contents;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.State;

/// <summary>
/// What one policy knows of the past: events and what they add up to, draws from limits, decisions that wait, the order within sessions.
/// For any number of threads. Each part is a machine of its own, with the time handed in; a part that joins them is one more member, which
/// the constructor takes over from the state before and <see cref="EndSession"/> or <see cref="EndRun"/> clears.
/// </summary>
public sealed class PolicyState
{
    private readonly StateClock _clock;
    private EventHistory? _allEvents;

    /// <summary>The state of a policy, empty or going on with that of the policy before it.</summary>
    /// <param name="definition">What it keeps.</param>
    /// <param name="before">
    /// The state before, with which this one shares all that it knows; what it did not count begins empty. What this policy does not ask
    /// for is kept for one that does. Both may be used meanwhile, so that requests in flight finish on the old one. Null to begin anew.
    /// </param>
    /// <param name="limits">
    /// What is kept of requests that wait, or null for the default. Where there is a state before, its own goes on.
    /// </param>
    /// <param name="keeping">
    /// How it outlives the process, or null for not at all. Where there is a state before, it is kept as that is.
    /// </param>
    public PolicyState(
        PolicyStateDefinition definition,
        PolicyState? before = null,
        HeldLimits? limits = null,
        StateKeeping? keeping = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _clock = before?._clock ?? new StateClock(ChangeWriter.Of(keeping));
        Events = new EventHistory(definition.Aggregates, _clock, before?.Events);
        Limits = new LimitLedger(definition.Limits, _clock, before?.Limits);
        Held = before?.Held ?? new HeldDecisions(limits ?? new HeldLimits(), keeping);
        Canaries = before?.Canaries ?? new CanaryTally(keeping);
        Halts = before?.Halts ?? new HaltState(HaltState.MaxHalted, SharedPlaces<ActiveHalt>.Most, keeping);
        Sessions = before?.Sessions ?? new SessionOrder();
        Contents = before?.Contents ?? new SessionContents(keeping);
        Pace = new PaceState(definition.Charts, before?.Pace, ChangeWriter.Of(keeping));
        Breakers = before?.Breakers ?? new BreakerState(BreakerState.MaxOpen, SharedPlaces<OpenTime>.Most, keeping);
        OriginBits = [.. definition.Origins.Select(Contents.Bits.Of)];
    }

    /// <summary>What the decisions of the past add up to.</summary>
    public EventHistory Events { get; }

    /// <summary>What was drawn from limits.</summary>
    public LimitLedger Limits { get; }

    /// <summary>The decisions that wait for people.</summary>
    public HeldDecisions Held { get; }

    /// <summary>What reviewers made of canaries.</summary>
    public CanaryTally Canaries { get; }

    /// <summary>What has come into sessions: labels and texts.</summary>
    public SessionContents Contents { get; }

    /// <summary>The bits of the labels and kinds of origin, by number.</summary>
    internal ulong[] OriginBits { get; }

    /// <summary>What is halted. Neither a change of policy nor the end of a session or run lifts it.</summary>
    public HaltState Halts { get; }

    /// <summary>How the charts stand. A change of policy brings none back, also where the policy between has no such chart.</summary>
    public PaceState Pace { get; }

    /// <summary>The breakers that are open. A change of policy closes none that it keeps.</summary>
    public BreakerState Breakers { get; }

    /// <summary>Has the decisions of one session made one after the other.</summary>
    public SessionOrder Sessions { get; }

    /// <summary>How full each of the bounded stores is, the fullest first.</summary>
    /// <param name="now">The time, in UTC ticks.</param>
    /// <param name="limit">What a limit is called, by its number.</param>
    /// <param name="aggregate">What an aggregate is called.</param>
    public IReadOnlyList<StoreReading> Stores(long now, Func<int, string> limit, Func<int, string> aggregate) =>
        [
            .. new[] { Breakers.Store(now), Contents.Labels.Store, Held.Store }
                .Concat(Halts.Stores(now))
                .Concat(Contents.Origins.Stores)
                .Concat(Limits.Stores(limit, now))
                .Concat(Events.Stores(aggregate, now))
                .OrderByDescending(store => store.Share),
        ];

    /// <summary>
    /// All that is counted, whatever policy asks for it, by the numbers that journals know: for what waits since before a restart.
    /// </summary>
    internal EventHistory AllEvents => _allEvents is { } all && all.Knows(Events) ? all : _allEvents = Events.OfAll();

    /// <summary>
    /// Does again what a change has done that <see cref="IStateJournal"/> took down. Changes are applied in the order in which they were
    /// taken, to a state that nobody uses yet and that was made with the same <see cref="StateKeeping.Secret"/>; they are not taken down
    /// again.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <exception cref="InvalidDataException">It is no change of this version, or none that can follow on those before.</exception>
    public void Apply(ReadOnlySpan<byte> change)
    {
        try
        {
            var reader = new ChangeReader(change);
            var kind = (ChangeKind)reader.Byte();
            switch (kind)
            {
                case >= ChangeKind.AggregateKnown and <= ChangeKind.AggregateWhole:
                    Events.Apply(kind, ref reader);
                    break;
                case >= ChangeKind.LimitKnown and <= ChangeKind.SetAsideWhole:
                    Limits.Apply(kind, ref reader);
                    break;
                case >= ChangeKind.Board and <= ChangeKind.ChartChangesWhole:
                    Pace.Board.Apply(kind, ref reader);
                    break;
                case >= ChangeKind.BreakerOpened and <= ChangeKind.BreakersWhole:
                    Breakers.Apply(kind, ref reader);
                    break;
                case >= ChangeKind.Halted and <= ChangeKind.HaltsWhole:
                    Halts.Apply(kind, ref reader);
                    break;
                case >= ChangeKind.Waits and <= ChangeKind.WaitingWhole:
                    Held.Apply(kind, ref reader, this);
                    break;
                case >= ChangeKind.CanaryDecided and <= ChangeKind.CanariesWhole:
                    Canaries.Apply(kind, ref reader);
                    break;
                case >= ChangeKind.LabelKnown and <= ChangeKind.LabelsCrowded:
                    Contents.Apply(kind, ref reader);
                    break;
                case >= ChangeKind.TextsBegun and <= ChangeKind.TextsWhole:
                    Contents.Origins.Apply(kind, ref reader);
                    break;
                default:
                    throw new InvalidDataException($"There is no change of kind {(int)kind}.");
            }
            if (!reader.IsAtEnd)
                throw new InvalidDataException($"A change of kind '{kind}' has more than belongs to it.");
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or OverflowException or InvalidOperationException)
        {
            throw new InvalidDataException($"A change of the state cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>
    /// Says that all there is has been applied. What a crash has left behind goes: what is set aside for what waits no more.
    /// </summary>
    public void Restored()
    {
        var waits = Held.Reservations;
        foreach (var orphan in Limits.SetAsideNumbers.Where(number => !waits.Contains(number)))
            Limits.Release(orphan);
    }

    /// <summary>
    /// Has the journal take everything down again, so that what came before the first of these changes is needed no more. The state may be
    /// used meanwhile, and other changes come in between.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nobody keeps the state.</exception>
    public void Rewrite()
    {
        if (_clock.Journal is null)
            throw new InvalidOperationException("Nobody keeps the state.");
        lock (_clock.Order)
        {
            Events.RewriteKnown();
            Limits.RewriteKnown();
        }
        Events.Rewrite();
        Limits.Rewrite();
        Contents.Rewrite();
        Halts.Rewrite();
        Breakers.Rewrite();
        Pace.Board.Rewrite();
        Held.Rewrite();
        Canaries.Rewrite();
    }

    /// <summary>Forgets what was kept for a session that has ended.</summary>
    /// <param name="session">The key of its id alone.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    /// <returns>False where the session is halted: it does not end, and nothing is forgotten.</returns>
    public bool EndSession(in StateKey session, long now)
    {
        if (!End(StateOwner.Session, HaltScope.Session, session, now))
            return false;
        Contents.Forget(session);
        return true;
    }

    /// <summary>Forgets what was kept for a run that has ended.</summary>
    /// <param name="run">The key of its id alone.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    /// <returns>False where the run is halted: it does not end, and nothing is forgotten.</returns>
    public bool EndRun(in StateKey run, long now) => End(StateOwner.Run, HaltScope.Run, run, now);

    private bool End(StateOwner owner, HaltScope scope, in StateKey ended, long now)
    {
        if (Halts.Of(scope, ended, now).Count > 0)
            return false;
        Events.End(owner, ended);
        Limits.End(owner, ended);
        return true;
    }
}
