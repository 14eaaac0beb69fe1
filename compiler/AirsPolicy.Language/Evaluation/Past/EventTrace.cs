using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Points;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>
/// The decisions of the past, for the conditions that ask: a plain list, which is looked through from its beginning each time. That is the
/// meaning; how a host keeps it is another matter. One thread at a time.
/// </summary>
public sealed class EventTrace
{
    private readonly PolicyInterpreter _interpreter;
    private readonly StateMachines? _beside;
    private readonly List<PastDecision> _decisions = [];
    private readonly NaiveHalts _halts = new();
    private readonly Dictionary<int, (Decision Decision, HaltFactsOf Facts)> _silent = [];
    private readonly NaiveQueues _queues = new();
    private Resumed? _resumed;
    private long _latest;
    private int _recorded;

    /// <summary>An empty past.</summary>
    /// <param name="interpreter">The policy whose questions are asked of it.</param>
    public EventTrace(PolicyInterpreter interpreter)
        : this(interpreter, withStateMachines: false)
    {
    }

    /// <param name="interpreter">The policy whose questions are asked of it.</param>
    /// <param name="withStateMachines">Also drive those of the runtime, and throw where they say anything else.</param>
    internal EventTrace(PolicyInterpreter interpreter, bool withStateMachines)
    {
        ArgumentNullException.ThrowIfNull(interpreter);
        _interpreter = interpreter;
        _beside = withStateMachines ? new StateMachines(interpreter.Model) : null;
        Watched = new WatchedTrace(interpreter.Model, withStateMachines, BeginCount);
    }

    /// <summary>How charts and breakers stand.</summary>
    internal WatchedTrace Watched { get; }

    private PolicyModel Model => _interpreter.Model;

    /// <summary>
    /// Records a decision: below hold it goes on, a hold waits, above it is refused. One at <c>session</c> that lets a session end ends it.
    /// </summary>
    /// <param name="facts">The facts it was made on; of those that do not fit what does.</param>
    /// <param name="now">When it was made, in ticks of 100 ns since 0001-01-01 UTC.</param>
    /// <returns>Its number, by which one that waits is settled.</returns>
    public int Record(string point, string facts, Decision decision, long now) =>
        Record(point, _interpreter.Fitting(point, facts), decision, now);

    /// <inheritdoc cref="Record(string, string, Decision, long)"/>
    public int Record(string point, FactFrame facts, Decision decision, long now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(decision);
        PutRun(point, facts, now);
        if (_interpreter.LabelsAt(point) is { } labels)
            PutLabels(labels, point, facts);
        if (_interpreter.PointOf(point) is { } standing)
            PutApprovals(standing, facts);
        var at = Advance(now);
        var watched = _interpreter.WatchedAt(point, facts, this);
        if (watched is { } before)
            Watched.PutRecorded(point, facts, before.Facts, decision, at);
        var passes = watched is null ? [] : Watched.Passes(watched.Facts, at);
        // The facts of a frame are taken out of it once: what was put there now is read by another.
        var reread = _interpreter.WatchedAt(point, facts, this);
        var signal = reread is null ? null : Watched.ResultsAt(point, reread.Evaluate);
        EventFate? fate = decision.Outcome < Outcome.Hold ? EventFate.WentOn : decision.Outcome == Outcome.Hold ? null : EventFate.Refused;
        var past = new PastDecision(
            _recorded++,
            fate,
            Advance(now),
            _interpreter.Feeds.Events(point, facts, decision),
            _interpreter.Feeds.Draws(point, facts, decision),
            _interpreter.Contents.Of(point, facts, decision),
            _interpreter.HaltFacts.At(point, facts)?.Ends);
        _decisions.Add(past);
        _beside?.Record(past);
        if (_resumed is { } resumed)
            _queues.End(resumed.Number, ReviewAnswer.Settled);
        if (fate is null && _interpreter.RequestOf(point, facts, decision, past.At, _resumed?.Request) is { } request)
            _queues.Add(past.Number, request, _resumed is { } was ? (was.Number, was.Request) : null);
        _resumed = null;
        if (_interpreter.HaltFacts.At(point, facts) is { } here)
        {
            _halts.Record(decision, here, past.At);
            _beside?.RecordHalts(decision, here, past.At);
            if (ActiveHalt.HaltsOnSilence(decision))
                _silent.Add(past.Number, (decision, here));
        }
        if (reread is not null)
        {
            foreach (var change in Watched.Record(point, reread.Facts, decision, signal, passes, past.At, reread.Evaluate, reread.Tool))
                Record(change, facts, point);
        }
        return past.Number;
    }

    // A breaker has closed: what it has counted for the key counts no more. What could not be told for whom it counts stays, but for the
    // system, of which everything is.
    private void BeginCount(string breaker, string? key)
    {
        var first = key is null ? null : new TextValue(key);
        foreach (var (number, _) in Model.Aggregates.Index().Where(aggregate => aggregate.Item.Breaker == breaker))
        {
            for (var place = 0; place < _decisions.Count; place++)
            {
                if (_decisions[place] is { Fate: not null } past
                    && past.Events[number] is { } happened
                    && (first is null || (happened.Keys is [var own, ..] && own == first)))
                    _decisions[place] = past with { Events = past.Events.Select((kept, of) => of == number ? null : kept).ToValueList() };
            }
            _beside?.Forget(number, first);
        }
    }

    // A change of a chart is an event of its own.
    private void Record(PaceChange change, FactFrame caused, string point)
    {
        if (_interpreter.FrameOf(change, point, caused) is not { } facts)
            return;
        var decision = EffectJoin.Decide(PaceChange.Point, []);
        var past = new PastDecision(
            _recorded++,
            EventFate.WentOn,
            change.At,
            _interpreter.Feeds.Events(PaceChange.Point, facts, decision),
            Model.Limits.Select(Draw? (_) => null).ToValueList(),
            []);
        _decisions.Add(past);
        _beside?.Record(past);
    }

    /// <summary>Puts how charts and breakers stand among the facts of a decision.</summary>
    internal void PutWatched(string point, FactFrame facts, long now)
    {
        if (_interpreter.WatchedAt(point, facts, this) is { } watched)
            Watched.Put(point, facts, watched.Facts, Advance(now));
    }

    /// <summary>Settles a decision that waits.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="wentOn">People have approved it; else they have refused it.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">It does not wait.</exception>
    public void Settle(int number, bool wentOn, long now)
    {
        var place = _decisions.FindIndex(past => past.Number == number && past.Fate is null);
        if (place < 0)
            throw new ArgumentException($"The decision {number} does not wait.", nameof(number));
        var settled = _decisions[place] with { Fate = wentOn ? EventFate.WentOn : EventFate.Refused, At = Advance(now) };
        _decisions.RemoveAt(place);
        _decisions.Add(settled);
        _beside?.Settle(settled);
        _queues.End(number, ReviewAnswer.Settled);
    }

    /// <summary>What waits under a number, or null.</summary>
    internal HeldRequest? Waiting(int number) => _queues.Find(number);

    /// <summary>What the word of a reviewer on a decision that waits would come to.</summary>
    internal ReviewAnswer Check(int number, Review review, long now) => _queues.Answer(number, review, now);

    /// <summary>Takes the word of a reviewer on a decision that waits; one refusal refuses it.</summary>
    internal ReviewAnswer Take(int number, Review review, long now)
    {
        var answer = _queues.Hear(number, review, now);
        if (answer == ReviewAnswer.Refused)
            Settle(number, wentOn: false, now);
        return answer;
    }

    /// <summary>
    /// The decision that is made and recorded next is that on what waits, made again: who has approved it is among its facts, and what it
    /// was before never was.
    /// </summary>
    /// <exception cref="ArgumentException">It does not wait.</exception>
    internal void Resume(int number)
    {
        var place = _decisions.FindIndex(past => past.Number == number && past.Fate is null);
        if (place < 0 || _queues.Find(number) is not { } request)
            throw new ArgumentException($"The decision {number} does not wait.", nameof(number));
        _decisions.RemoveAt(place);
        _silent.Remove(number);
        _beside?.GiveBack(number);
        _resumed = new Resumed(number, request, _queues.Approvals(number));
    }

    /// <summary>Puts who has approved a request among its facts.</summary>
    internal void PutApprovals(PolicyPoint point, FactFrame facts) =>
        point.Held.Put(facts, _resumed is { IsOfOther: false } resumed ? resumed.Approvals : []);

    /// <summary>Whether what has been approved is something else than what a decision would let go on.</summary>
    internal bool IsOfOther(PolicyPoint point, FactFrame facts, Decision decision)
    {
        if (_resumed is not { IsOfOther: false, Approvals.Count: > 0 } resumed || decision.Outcome > Outcome.Hold
            || NaiveHeld.DigestOf(point, facts, decision) == resumed.Request.Digest)
            return false;
        _resumed = resumed with { IsOfOther = true };
        return true;
    }

    private sealed record Resumed(int Number, HeldRequest Request, IReadOnlyList<Approval> Approvals, bool IsOfOther = false);

    /// <summary>Refuses a decision that waits, since nobody has answered; where its holds say so, that halts.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="now">When its time was over.</param>
    /// <exception cref="ArgumentException">It does not wait.</exception>
    public void RefuseBySilence(int number, long now)
    {
        Settle(number, wentOn: false, now);
        _queues.End(number, ReviewAnswer.Expired);
        if (!_silent.TryGetValue(number, out var silent))
            return;
        foreach (var halt in ActiveHalt.OfSilence(silent.Decision, Advance(now)))
        {
            _halts.Record(halt, silent.Facts);
            _beside?.RecordHalt(halt, silent.Facts);
        }
    }

    /// <summary>What an aggregate comes to for a key.</summary>
    internal TallyReading Read(int aggregate, ValueList<Value> keys, long now)
    {
        now = Advance(now);
        var reading = NaivePast.Read(Model.Aggregates[aggregate], aggregate, _decisions, keys, now);
        _beside?.CheckRead(aggregate, keys, now, reading);
        return reading;
    }

    /// <summary>Whether the steps of a key, and one more, keep to an order; or why that cannot be told.</summary>
    internal (FailureKind Failure, bool Keeps) Follows(int aggregate, ValueList<Value> keys, string step, long now)
    {
        now = Advance(now);
        var (failure, steps) = NaivePast.Steps(Model.Aggregates[aggregate], aggregate, _decisions, keys, now);
        var keeps = NaiveOrder.Keeps(Model.Aggregates[aggregate].Order!, [.. steps, step]);
        _beside?.CheckFollows(aggregate, keys, step, now, failure, keeps);
        return (failure, keeps);
    }

    /// <summary>The decision where a halt of before stands, or null.</summary>
    internal Decision? Halted(string point, FactFrame facts)
    {
        if (_interpreter.HaltFacts.At(point, facts) is not { IsRecovery: false } here)
            return null;
        var now = Advance(here.Now ?? 0);
        var halted = _halts.Decide(point, here, now);
        _beside?.CheckHalted(point, here, now, halted);
        return halted;
    }

    /// <summary>Puts the labels that the session carries among the facts of a decision.</summary>
    internal void PutLabels(SessionLabels labels, string point, FactFrame facts)
    {
        if (Model.Contents.Count == 0
            || !labels.CanTake(facts)
            || _interpreter.HaltFacts.At(point, facts)?.Ids[(int)HaltScope.Session] is not { } session)
            return;
        var contents = new NaiveContents(_decisions);
        labels.Put(facts, [.. Model.Labels.Select(label => label.Name).Where(name => contents.Carries(new TextValue(session), name))]);
    }

    /// <summary>What counts against a limit for a key.</summary>
    internal Int128 Drawn(int limit, ValueList<Value> keys, long now)
    {
        now = Advance(now);
        var drawn = NaivePast.Drawn(Model.Limits[limit], limit, _decisions, keys, now);
        _beside?.CheckDrawn(limit, keys, now, drawn);
        return drawn;
    }

    /// <summary>Where a value came from, as the names of its origins.</summary>
    internal HashSet<string> OriginOf(Value session, string value)
    {
        var origins = new NaiveContents(_decisions).OriginOf(session, value);
        _beside?.CheckOrigin(session, value, origins);
        return origins;
    }

    /// <summary>Whether a session carries a label.</summary>
    internal bool Carries(Value session, string label)
    {
        var carries = new NaiveContents(_decisions).Carries(session, label);
        _beside?.CheckCarries(session, label, carries);
        return carries;
    }

    /// <summary>Puts how far the run at hand has come into the facts, where the policy holds runs to anything.</summary>
    internal void PutRun(string point, FactFrame facts, long now)
    {
        if (Model.Agents is not { Runs.Count: > 0 })
            return;
        var (run, agent) = _interpreter.RunFacts.At(point, facts);
        _interpreter.RunFacts.Put(point, facts, run is null ? null : Runs.Of(run, agent, Advance(now), out _));
    }

    /// <summary>What the run at hand is if it is over now; null where the facts name none, or it is held to nothing.</summary>
    /// <param name="reached">The goals of which somebody else has found that they are reached.</param>
    internal RunOutcome? OutcomeOf(string point, string facts, long now, params IReadOnlyCollection<string> reached) =>
        _interpreter.RunFacts.At(point, _interpreter.Fitting(point, facts)).Run is { } run
        && Runs.Of(run, agent: null, Advance(now), out var began) is { } standing
        && began
            ? standing.Outcome(reached)
            : null;

    private NaiveRuns Runs => new(Model, _decisions, _beside);

    // Time never runs back: an earlier one counts as the latest there was.
    private long Advance(long now) => _latest = Math.Max(_latest, now);
}
