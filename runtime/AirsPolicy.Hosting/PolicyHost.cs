using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Loading;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Hosting.Telemetry;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.Runs;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Hosting;

/// <summary>
/// Asks a policy for decisions, from any number of threads, and takes a new bundle while it does. A bundle is prepared aside and
/// swapped in one step: requests in flight finish on the old one, which is then unloaded. Whatever goes wrong on a request becomes the
/// posture of its point with the cause on the record, and never an allow.
/// </summary>
/// <remarks>
/// <c>now</c>, <c>today</c>, <c>time_of_day</c> and <c>request.id</c> are the host's: what the facts say of them is overwritten, but for an id that this host,
/// or one with its <see cref="PolicyHostOptions.SamplingKey"/>, has given out with <see cref="ClassifyAsync"/> or <see cref="JudgeAsync"/>.
/// </remarks>
public sealed partial class PolicyHost
{
    /// <summary>
    /// The name of the <see cref="System.Diagnostics.ActivitySource"/> and the <see cref="System.Diagnostics.Metrics.Meter"/>.
    /// </summary>
    public const string TelemetryName = TelemetryNames.Sources.Hosting;

    private readonly PolicyHostOptions _options;
    private readonly PolicyClock _clock;
    private readonly Lock _activation = new();
    private readonly SessionRedactions _labels;
    private readonly RequestIds _requests;
    private readonly HostKeeping? _keeping;
    private readonly IChannelMarks _marks;
    private volatile ActivePolicy? _active;

    /// <summary>
    /// A host without a policy, which blocks everything until one is loaded. Where it has a store, it goes on with the state of the host
    /// before it.
    /// </summary>
    /// <exception cref="InvalidDataException">The state cannot be read back from the store; the message says what to do.</exception>
    public PolicyHost(PolicyHostOptions? options = null)
    {
        _options = options ?? new PolicyHostOptions();
        _clock = new PolicyClock(_options.Clock);
        _labels = new SessionRedactions(_options.RedactionKey ?? KeyFor("redaction"u8));
        _requests = new RequestIds(_options.SamplingKey ?? KeyFor("sampling"u8));
        _marks = _options.ChannelMarks;
        _telemetry = new HostTelemetry(this);
        if (_options.Store is not { } store)
            return;
        // Those in memory are what nobody has asked for.
        if (_marks is ChannelMarks)
            _marks = new StoredChannelMarks(store, _options.StoreTimeout);
        var evidence = _options.Evidence is { } how ? new HostEvidence(store, how, _options.Clock) : null;
        _keeping = new HostKeeping(store, _options.StoreTimeout, _options.Held, evidence, _clock.Now, () => _active?.State);
    }

    /// <summary>What the bundle that decides says of itself, or null before the first.</summary>
    public BundleManifest? Manifest => _active?.Bundle.Manifest;

    /// <summary>The digest of the bundle that decides, or null before the first.</summary>
    public string? Digest => _active?.Bundle.Policy.Bundle;

    /// <summary>
    /// What the policy that decides knows of the past: there a host says what became of decisions that waited for people. Null before the
    /// first bundle, and until one has to do with the past. It changes with the bundle and shares with the one before what both know; what
    /// a bundle does not ask for is kept for the next one that does.
    /// </summary>
    public PolicyState? State => _active?.State;

    /// <summary>The clock as the application gave it.</summary>
    internal TimeProvider Clock => _options.Clock;

    /// <summary>The program that decides; a test watches it go.</summary>
    internal PolicyProgram? Program => _active?.Bundle.Policy.Program;

    /// <summary>Takes a bundle. One that is refused changes nothing: the last good one goes on deciding.</summary>
    public ActivationResult Load(ReadOnlyMemory<byte> bundle)
    {
        if (_options is { TrustedKeys: null, AllowUnsigned: false })
            return Refused("The bundle is not signed by a key that this host trusts, and the host does not allow unsigned ones.");
        return Take(() => BundleLoader.Load(bundle, _options.TrustedKeys));
    }

    /// <summary>
    /// Takes a policy that is compiled into the application: no code is loaded, so that the application can be published ahead of time.
    /// The application vouches for the bundle by its digest, whatever the host allows of unsigned ones.
    /// </summary>
    /// <param name="program">The emitted program.</param>
    /// <param name="bundle">The bundle that was built with it, whose own program is left alone.</param>
    /// <param name="digest">The digest of the bundle, as it was when the application was built.</param>
    public ActivationResult Load(PolicyProgram program, ReadOnlyMemory<byte> bundle, string digest)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Take(() => BundleLoader.Load(program, bundle, digest));
    }

    /// <summary>The decision on facts in JSON, one object in UTF-8.</summary>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">The facts; <c>tool</c> is among them where the point knows tools.</param>
    public Decision Decide(string point, ReadOnlySpan<byte> facts) => Decide(point, facts, out _);

    /// <inheritdoc cref="Decide(string, ReadOnlySpan{byte})"/>
    /// <param name="waits">
    /// Where the decision is held: the number under which it waits for people (<see cref="Waiting"/>). Null where it does not wait.
    /// </param>
    public Decision Decide(string point, ReadOnlySpan<byte> facts, out long? waits)
    {
        using var span = HostTelemetry.Decision(point);
        HostKeeping.Begin();
        return _telemetry.Decided(span, Kept(Made(point, facts, out waits), ref waits), ToolOf(point, facts));
    }

    private Decision Made(string point, ReadOnlySpan<byte> facts, out long? waits)
    {
        waits = null;
        if (_active is not { } active)
            return RecordedAlone(NoPolicy(point), facts);
        var number = active.Bundle.Policy.PointNumber(point);
        if (number < 0)
            return RecordedAlone(UnknownPoint(point, active), facts);
        try
        {
            var scratch = active.Pool.Rent();
            var decision = scratch.Reader.Read(active.Bundle.Layouts[number], facts, scratch.Frame) is { } failure
                ? Refuse(active, number, facts, failure, scratch, out waits)
                : Decide(active, number, scratch.Frame, scratch, out waits);
            return Settle(active, scratch, Recorded(active, number, scratch.Frame, scratch, decision, ref waits));
        }
        // A fault of ours must not become a pass.
        catch (Exception fault)
        {
            return Broken(active, number, fault, facts);
        }
    }

    /// <summary>
    /// The decision on facts that lie in a frame of the caller's, filled by the layout of <see cref="Layout"/>. A frame that was filled by
    /// another layout, as that of a bundle that decided before, is refused: fill it anew.
    /// </summary>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">The frame; nobody else uses it meanwhile.</param>
    public Decision Decide(string point, FactFrame facts) => Decide(point, facts, out _);

    /// <inheritdoc cref="Decide(string, FactFrame)"/>
    /// <param name="waits"><inheritdoc cref="Decide(string, ReadOnlySpan{byte}, out long?)" path="/param[@name='waits']"/></param>
    public Decision Decide(string point, FactFrame facts, out long? waits)
    {
        ArgumentNullException.ThrowIfNull(facts);
        using var span = HostTelemetry.Decision(point);
        HostKeeping.Begin();
        return _telemetry.Decided(span, Kept(Made(point, facts, out waits), ref waits), ToolOf(point, facts));
    }

    private Decision Made(string point, FactFrame facts, out long? waits)
    {
        waits = null;
        if (_active is not { } active)
            return RecordedAlone(NoPolicy(point));
        var number = active.Bundle.Policy.PointNumber(point);
        if (number < 0)
            return RecordedAlone(UnknownPoint(point, active));
        try
        {
            // Its slots mean something else here, so that nobody can say whose request it is either: nothing is counted.
            if (!active.Bundle.Layouts[number].HasFilled(facts))
                return RecordedAlone(active.Bundle.Policy.Refuse(number, OtherLayout(point)));
            var scratch = active.Pool.Rent();
            var decision = Decide(active, number, facts, scratch, out waits);
            return Settle(active, scratch, Recorded(active, number, facts, scratch, decision, ref waits));
        }
        catch (Exception fault)
        {
            return Broken(active, number, fault);
        }
    }

    /// <summary>
    /// Begins an answer that arrives in parts. Whatever is wrong with the facts or the policy, the stream that is given releases nothing
    /// then, and ends in the decision that <see cref="Decide(string, ReadOnlySpan{byte})"/> would make.
    /// </summary>
    /// <param name="facts">
    /// The facts of <c>output</c>, one object in UTF-8, without <c>output.text</c>; a text that stands there is overwritten.
    /// </param>
    public StreamedOutput BeginOutput(ReadOnlySpan<byte> facts)
    {
        if (_active is not { } active)
            return new StreamedOutput(this, RecordedAlone(NoPolicy(PointNames.Output), facts));
        var number = active.Bundle.Policy.PointNumber(PointNames.Output);
        if (number < 0)
            return new StreamedOutput(this, RecordedAlone(UnknownPoint(PointNames.Output, active), facts));
        try
        {
            var scratch = active.Pool.Rent();
            if (scratch.Reader.Read(active.Bundle.Layouts[number], facts, scratch.Frame) is not { } failure)
                return new StreamedOutput(this, active, number, scratch);
            HostKeeping.Begin();
            var refused = Refuse(active, number, facts, failure, scratch, out var waits);
            refused = Recorded(active, number, scratch.Frame, scratch, refused, ref waits);
            return new StreamedOutput(this, Kept(Settle(active, scratch, refused), ref waits));
        }
        catch (Exception fault)
        {
            return new StreamedOutput(this, Broken(active, number, fault, facts));
        }
    }

    /// <summary>
    /// Names the hidden values of a session: a value has one name for as long as the session lasts, in answers that stream and in all
    /// others.
    /// </summary>
    /// <param name="session">The fact <c>session.id</c>; null for a request outside of any, which has names of its own.</param>
    public RedactionLabels LabelsOf(string? session) => _labels.Of(session);

    /// <summary>
    /// The layout by which frames for a point are filled, or null where there is no policy or no such point. It changes with the bundle.
    /// </summary>
    public CompiledLayout? Layout(string point) =>
        _active is { } active && active.Bundle.Policy.PointNumber(point) is >= 0 and var number ? active.Bundle.Layouts[number] : null;

    /// <summary>
    /// Ends a session without asking the controls at <c>session</c>: what was counted for it and no longer than it is forgotten. Where the
    /// policy has such controls, ask for a decision there whose <c>session_event</c> is <c>ends</c>; one that lets the session end does the
    /// same.
    /// </summary>
    /// <param name="session">The fact <c>session.id</c>.</param>
    /// <returns>False where the session is halted: it does not end, and nothing is forgotten.</returns>
    public bool EndSession(string session)
    {
        if (_active?.State is { } state)
        {
            var key = new StateKeyWriter().Add(session).ToKey();
            using (state.Sessions.Enter(key))
            {
                if (!state.EndSession(key, _clock.Now().UtcTicks))
                    return false;
            }
        }
        Record(EvidenceKind.End, "session", [("session", session)]);
        _labels.End(session);
        return true;
    }

    /// <summary>
    /// Says what a run was that is over, and forgets what was counted for it and no longer than it. A halted run is not over: nothing is
    /// forgotten until the halt is. A host that never says that a run is over keeps it.
    /// </summary>
    /// <param name="run">The fact <c>run.id</c>.</param>
    /// <param name="reached">
    /// The goals, by name, of which the application has found that they are reached; null for none. Those with a <c>where</c> the policy
    /// tells alone.
    /// </param>
    /// <returns>
    /// What it was; null where no agent has acted in it that the policy holds to an order or goals, or where that cannot be told. Only
    /// <see cref="RunOutcome.Normal"/> is a success.
    /// </returns>
    public RunOutcome? EndRun(string run, IReadOnlyCollection<string>? reached = null)
    {
        if (_active is not { State: { } state } active)
            return null;
        var key = new StateKeyWriter().Add(run).ToKey();
        var now = _clock.Now().UtcTicks;
        var outcome = active.Bundle.Policy.OutcomeOf(state, key, reached ?? [], now);
        state.EndRun(key, now);
        Record(EvidenceKind.End, "run", [("run", run)]);
        return outcome;
    }

    /// <summary>Puts what the host gives into the frame of an answer, which then begins.</summary>
    internal void Begin(ActivePolicy active, int point, EvaluationScratch scratch)
    {
        var own = active.Bundle.HostSlots[point];
        own.Put(scratch.Frame, _clock.Now(), active.Zone, scratch.NextRequestId(), _requests);
        scratch.Answer.Begin(scratch.Frame, scratch.Evaluation, active.State, _labels.Of(own.SessionName(scratch.Frame)));
    }

    /// <summary>The decision on a whole answer that has arrived in parts.</summary>
    internal Decision End(ActivePolicy active, int point, EvaluationScratch scratch, out long? waits)
    {
        using var span = HostTelemetry.Decision(PointNames.Output);
        HostKeeping.Begin();
        return _telemetry.Decided(span, Kept(Made(active, point, scratch, out waits), ref waits));
    }

    private Decision Made(ActivePolicy active, int point, EvaluationScratch scratch, out long? waits)
    {
        waits = null;
        try
        {
            var decision = scratch.Answer.Close() is not { } failure ? Decide(active, point, scratch.Frame, scratch, out waits)
                : active.State is { } state
                    ? PastDecisions.Decide(active, state, point, scratch.Frame, failure, scratch, _clock, _requests)
                    : active.Bundle.Policy.Refuse(point, failure);
            return Recorded(active, point, scratch.Frame, scratch, decision, ref waits);
        }
        catch (Exception fault)
        {
            return Broken(active, point, fault);
        }
    }

    private Decision Decide(ActivePolicy active, int point, FactFrame facts, EvaluationScratch scratch, out long? waits)
    {
        if (active.State is { } state && active.Bundle.Policy.NeedsState(point, facts, state))
        {
            var decision = PastDecisions.Decide(active, state, point, facts, unread: null, scratch, _clock, _requests);
            waits = scratch.Evaluation.Held;
            return Ended(active, point, facts, decision);
        }
        waits = null;
        active.Bundle.HostSlots[point].Put(facts, _clock.Now(), active.Zone, scratch.NextRequestId(), _requests);
        var made = active.Bundle.Policy.Decide(point, facts, scratch.Evaluation);
        if (made.Outcome != Outcome.Hold || active.State is not { } waiting)
            return Ended(active, point, facts, made);
        made = active.Bundle.Policy.Keep(point, facts, made, scratch.Evaluation, waiting);
        waits = scratch.Evaluation.Held;
        return made;
    }

    // The names of hidden values go with the session; what else was kept for it the policy has forgotten.
    private Decision Ended(ActivePolicy active, int point, FactFrame facts, Decision decision)
    {
        if (active.Bundle.Policy.EndedBy(point, facts, decision) is { } session)
            _labels.End(session);
        return decision;
    }

    private Decision Refuse(
        ActivePolicy active,
        int point,
        ReadOnlySpan<byte> facts,
        Failure failure,
        EvaluationScratch scratch,
        out long? waits)
    {
        waits = null;
        if (active.State is not { } state)
            return active.Bundle.Policy.Refuse(point, failure);
        FittingFacts.Read(active.Bundle.Layouts[point], facts, scratch.Frame, _options.Limits);
        var decision = PastDecisions.Decide(active, state, point, scratch.Frame, failure, scratch, _clock, _requests);
        waits = scratch.Evaluation.Held;
        return decision;
    }

    // Scratch that met a fault may be half changed, and is left to the collector.
    private static Decision Settle(ActivePolicy active, EvaluationScratch scratch, Decision decision)
    {
        if (decision.Failure is not { Kind: FailureKind.Internal })
            active.Pool.Return(scratch);
        return decision;
    }

    /// <summary>Decides by a loaded bundle from now on; tests hand in programs of their own.</summary>
    /// <exception cref="InvalidDataException">
    /// This machine does not know the zone of the bundle, today is no day on which it activates, or it cannot be compiled; the bundle is
    /// unloaded.
    /// </exception>
    internal void Use(LoadedBundle bundle)
    {
        try
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(bundle.Manifest.Zone, out var zone))
                throw new InvalidDataException(
                    $"This machine does not know the time zone '{bundle.Manifest.Zone}', in which the policy means 'today'.");
            if (Accepted(bundle.Manifest) is { } reason)
                throw new InvalidDataException(reason);
            BundleTerm.Check(bundle.Manifest, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_clock.Now(), zone).Date));
            if (_active is not null)
                bundle.Prepare();
            Activate(bundle, bundle.NewPool(_options.Limits), zone);
        }
        catch
        {
            bundle.Unload();
            throw;
        }
    }

    private string? Accepted(BundleManifest manifest)
    {
        try
        {
            return _options.Accepts?.Invoke(manifest);
        }
        catch (Exception fault)
        {
            return $"The application cannot say whether it takes the bundle: {fault.Message}";
        }
    }

    private ActivationResult Take(Func<LoadedBundle> load)
    {
        try
        {
            var loaded = load();
            Use(loaded);
            return new ActivationResult(true, loaded.Policy.Bundle, null);
        }
        catch (InvalidDataException refusal)
        {
            return Refused(refusal.Message);
        }
    }

    // Once something is known of the past it is kept, also by policies that ask for none of it. Requests in flight write to the old state,
    // which shares everything with the new.
    private void Activate(LoadedBundle bundle, EvaluationPool pool, TimeZoneInfo zone)
    {
        lock (_activation)
        {
            var old = _active;
            var before = old?.State ?? _keeping?.Restored;
            var state =
                bundle.Policy.KeepsState || before is not null ? new PolicyState(bundle.Policy.State, before, _options.Held) : null;
            _active = new ActivePolicy(bundle, pool, zone, state);
            var manifest = bundle.Manifest;
            _status = new HostStatus(manifest.Package, manifest.PolicyVersion, bundle.Policy.Bundle, _clock.Now(), null, null);
            Decides(bundle);
            old?.Bundle.Unload();
        }
    }

    private static Failure OtherLayout(string point) =>
        new(
            FailureKind.MisfitFact,
            $"The frame was not filled by the layout that '{point}' has in the bundle that decides: get the layout from the host again, and fill the frame anew."
        );

    private static Decision NoPolicy(string point) =>
        FailedPoint.Decide(point, new Failure(FailureKind.Internal, "No policy is loaded."), []);

    private static Decision UnknownPoint(string point, ActivePolicy active) =>
        FailedPoint.Decide(
            point,
            new Failure(FailureKind.Unknown, $"There is no decision point '{point}'."),
            [],
            active.Bundle.Policy.Bundle);
}
