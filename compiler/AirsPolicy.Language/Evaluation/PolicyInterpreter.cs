using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Points;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Evaluation;

/// <summary>
/// The reference meaning of a policy: it walks the model as it stands. What it decides is right by definition; compiled policies are held
/// against it. Unchanging, and shared by any number of threads.
/// </summary>
public sealed class PolicyInterpreter
{
    private readonly PolicyPoints _points;
    private readonly ValueList<ToolStop> _stops;
    private readonly PatternLibrary _patterns;
    private readonly DetectorSearch _detectors;
    private readonly NaiveHeld _held;
    private readonly CoverageRecorder? _coverage;
    private readonly FactLimits _limits;

    /// <summary>Prepares a policy; evaluates nothing yet.</summary>
    public PolicyInterpreter(PolicyModel model)
        : this(model, FactLimits.Default)
    {
    }

    /// <param name="model">The policy.</param>
    /// <param name="limits">How much work the search of texts may be (<see cref="FactLimits.MaxTextSteps"/>).</param>
    public PolicyInterpreter(PolicyModel model, FactLimits limits)
        : this(model, new PatternLibrary(), memory: null, coverage: null, limits)
    {
    }

    /// <param name="patterns">Patterns that have been read already, of this policy or another.</param>
    /// <param name="memory">What the detectors of the policy have said before, or null for nothing.</param>
    /// <param name="coverage">Counts what is evaluated, or null; only for one thread then.</param>
    /// <param name="limits">How much work the search of texts may be, or null for the default limits.</param>
    internal PolicyInterpreter(
        PolicyModel model,
        PatternLibrary patterns,
        DetectorMemory? memory,
        CoverageRecorder? coverage,
        FactLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        _patterns = patterns;
        _coverage = coverage;
        _limits = limits ?? FactLimits.Default;
        _points = new PolicyPoints(model);
        _stops = model.Stops();
        _detectors = new DetectorSearch(model.Detectors, _patterns, memory ?? new DetectorMemory());
        _held = new NaiveHeld(model);
        HaltFacts = new HaltFacts(_points);
        RunFacts = new RunFacts(_points);
        Feeds = new PastFeeds(model, _points, _detectors, _patterns, coverage);
        Contents = new ContentFeeds(model, _points, _detectors, _patterns);
    }

    internal PolicyModel Model { get; }

    /// <summary>What the facts of decisions say of halts.</summary>
    internal HaltFacts HaltFacts { get; }

    /// <summary>What the facts of decisions say of runs.</summary>
    internal RunFacts RunFacts { get; }

    /// <summary>Where the facts of a point say which labels their session carries, or null where there is no such point.</summary>
    internal SessionLabels? LabelsAt(string point) => _points.Find(point)?.Labels;

    /// <summary>What decisions add to what is counted over time.</summary>
    internal PastFeeds Feeds { get; }

    /// <summary>What decisions bring into sessions.</summary>
    internal ContentFeeds Contents { get; }

    /// <summary>The decision on facts that fit.</summary>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">
    /// The facts as the point's layout lays them out; <c>now</c> and <c>today</c>, and <c>tool</c> where the point knows tools, are among
    /// them.
    /// </param>
    /// <param name="past">What has happened before; null for nothing. The decision itself is not recorded there.</param>
    internal Decision Decide(string point, FactFrame facts, EventTrace? past = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Evaluate(point, facts, past, trace: null).Decision;
    }

    /// <summary>The decision on facts in JSON, one object; that of <see cref="Refuse"/> where they do not fit.</summary>
    public Decision Decide(string point, string facts, EventTrace? past = null) =>
        Read(point, facts, out var frame) is { } failure ? Refuse(point, failure) : Decide(point, frame, past);

    /// <summary>The decision, with what every rule that stood at the point came to and why.</summary>
    internal Explanation Explain(string point, FactFrame facts, EventTrace? past = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Evaluate(point, facts, past, new EvaluationTrace(new SourceTexts(Model.Sources)));
    }

    /// <summary>The explained decision on facts in JSON, one object; without rules where they do not fit.</summary>
    public Explanation Explain(string point, string facts, EventTrace? past = null) =>
        Read(point, facts, out var frame) is { } failure ? new Explanation(Refuse(point, failure), []) : Explain(point, frame, past);

    /// <summary>The decision on facts that could not be read or do not fit: that of the point's posture, and at least block.</summary>
    /// <param name="failure">Why there are no facts.</param>
    public Decision Refuse(string point, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return FailedPoint.Decide(point, failure, _points.Find(point)?.Postures(failure) ?? []).WithStops(_stops);
    }

    /// <summary>The decision, with every value that was worked out on the way.</summary>
    internal Decision Observe(string point, string facts, Action<Expression, Value> evaluated, EventTrace? past = null) =>
        Read(point, facts, out var frame) is { } failure
            ? Refuse(point, failure)
            : Evaluate(point, frame, past, new EvaluationTrace(new SourceTexts(Model.Sources), evaluated)).Decision;

    /// <summary>The facts, or where they do not fit as a whole what of them does.</summary>
    internal FactFrame Fitting(string point, string facts)
    {
        if (Read(point, facts, out var frame) is not null && _points.Find(point) is { } standing)
            FittingFacts.Read(standing.Layout, Encoding.UTF8.GetBytes(facts), frame);
        return frame;
    }

    /// <summary>
    /// What some rules read at a point and the facts lack, each once, ordered by name; nothing where the facts do not fit.
    /// </summary>
    /// <param name="rules">The rules, as decisions name them.</param>
    internal IReadOnlyList<ReadFact> Lacking(string point, string facts, IReadOnlyCollection<RuleOrigin> rules)
    {
        if (Read(point, facts, out var frame) is not null || _points.Find(point)?.For(frame) is not { } here)
            return [];
        var source = new FactSource(here.Places, frame);
        return
        [
            .. here
                .Controls.SelectMany(standing => standing.Rules.Where(rule => rules.Contains(standing.Origin(rule))))
                .SelectMany(rule => here.ReadBy(rule).Where(read => !source.HasRequired(read.Place)))
                .DistinctBy(read => read.Name)
                .OrderBy(read => read.Name, StringComparer.Ordinal),
        ];
    }

    private Explanation Evaluate(string point, FactFrame facts, EventTrace? past, EvaluationTrace? trace)
    {
        if (_points.Find(point) is not { } standing)
            return new Explanation(Refuse(point, UnknownPoint(point)), []);
        // Where nothing is known of the past nothing is known of labels; what the facts say of them stands.
        var labelled = past;
        past ??= new EventTrace(this);
        var now = HaltFacts.At(point, facts)?.Now ?? 0;
        past.PutRun(point, facts, now);
        if (past.Halted(point, facts) is { } halted)
            return new Explanation(halted, []);
        labelled?.PutLabels(standing.Labels, point, facts);
        // Who has approved is never the request's to say.
        past.PutApprovals(standing, facts);
        labelled?.PutWatched(point, facts, now);
        if (standing.For(facts) is not { } here)
            return new Explanation(FailedPoint.Decide(point, new Failure(FailureKind.Unknown, "The tool is not declared."), []), []);
        var explanation = Made();
        if (labelled?.IsOfOther(standing, facts, explanation.Decision) == true)
        {
            standing.Held.Put(facts, []);
            explanation = Made();
        }
        return WithStops(explanation);

        Explanation Made()
        {
            var made = Once();
            return labelled is null
                ? made
                : made with
                {
                    Decision = _held.Met(
                        standing,
                        facts,
                        Watched(point, facts, labelled, made.Decision, now, () => (made = Once()).Decision)),
                };
        }

        Explanation Once()
        {
            var once = new PointEvaluation(
                here,
                facts,
                _detectors,
                _patterns,
                new PastScope(Model, past, point, here.Tool),
                trace,
                _coverage,
                _limits,
                Model.Data
            ).Evaluate();
            return once with { Decision = _held.Met(standing, facts, once.Decision) };
        }
    }

    /// <summary>What waits for people where a decision is held; null where there is no such point.</summary>
    /// <param name="before">What has waited and is held again, or null.</param>
    internal HeldRequest? RequestOf(string point, FactFrame facts, Decision decision, long now, HeldRequest? before) =>
        _points.Find(point) is { } standing ? _held.Of(standing, facts, decision, now, before) : null;

    /// <summary>The decision point of a name, or null.</summary>
    internal PolicyPoint? PointOf(string point) => _points.Find(point);

    // What follows from the decision at once where charts and breakers stand.
    private Decision Watched(string point, FactFrame facts, EventTrace past, Decision decision, long now, Func<Decision> again)
    {
        if (WatchedAt(point, facts, past) is not { } watched)
            return decision;
        decision = past.Watched.InRounds(point, facts, watched.Facts, decision, now, again);
        return past.Watched.Refusal(point, watched.Facts, decision, now, watched.Evaluate) is { } refusal
            ? EffectJoin.Decide(point, [.. decision.Fired, .. decision.Detected, refusal])
            : decision;
    }

    /// <summary>The facts of a decision as charts and breakers read them; null where there are none, or no such point.</summary>
    internal WatchedFacts? WatchedAt(string point, FactFrame facts, EventTrace past)
    {
        if (Model.Charts.Count + Model.Breakers.Count == 0 || _points.Find(point) is not { } standing)
            return null;
        var (places, tool) = standing.PlacesFor(facts);
        var source = new FactSource(places, facts);
        return new WatchedFacts(
            source,
            tool,
            new ExpressionEvaluator(
                source, _detectors, _patterns, listener: null, new PastScope(Model, past, point, tool), data: Model.Data));
    }

    /// <summary>The facts of a change of a chart; null where the policy has no charts.</summary>
    internal FactFrame? FrameOf(PaceChange change, string point, FactFrame caused)
    {
        if (_points.Find(PaceChange.Point) is not { } standing)
            return null;
        var frame = new FactFrame();
        frame.Reset(standing.Layout.Slots);
        var places = standing.PlacesFor(frame).Places;
        frame.Set(places.Find(["now"])!.Slot, change.At);
        if (_points.Find(point)?.PlacesFor(caused).Places.Find(["today"]) is { } today && caused.Has(today.Slot))
            frame.Set(places.Find(["today"])!.Slot, caused.Long(today.Slot));
        var chart = places.Find(["chart"])!;
        frame.Set(chart.Slot, ((EnumShape)chart.Shape).IndexOf(change.Chart));
        frame.Set(places.Find(["from"])!.Slot, (long)change.From);
        frame.Set(places.Find(["to"])!.Slot, (long)change.To);
        frame.Set(places.Find(["cause"])!.Slot, frame.AddText(change.Cause));
        return frame;
    }

    private Explanation WithStops(Explanation explanation) => explanation with { Decision = explanation.Decision.WithStops(_stops) };

    private Failure? Read(string point, string facts, out FactFrame frame)
    {
        frame = new FactFrame();
        return _points.Find(point) is { } standing
            ? new FactReader().Read(standing.Layout, Encoding.UTF8.GetBytes(facts), frame) ?? standing.Schemas.Check(facts)
            : UnknownPoint(point);
    }

    private static Failure UnknownPoint(string point) => new(FailureKind.Unknown, $"There is no decision point '{point}'.");
}
