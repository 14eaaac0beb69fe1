using System.Runtime.CompilerServices;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Programs.Past;
using AirsPolicy.Runtime.Programs.Tables;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// One evaluation of a compiled policy: which rules matched, the values of effects that depend on facts, the failure of the rule at
/// hand, and the scratch that text search and quantifiers need. Reused with its frame; nothing is allocated while nothing fires.
/// One thread at a time.
/// </summary>
public sealed partial class Evaluation
{
    private readonly CompiledPolicy _policy;
    private readonly PolicyProgram _program;
    private readonly List<FailedRule> _failedRules = [];
    private readonly List<ComputedEffect> _computed = [];
    private FactFrame _frame = null!;
    private int _point;
    // Room for every rule, each of which matches once at most: a call to make more would keep the JIT from reading the frame's arrays once
    // for a whole block.
    private readonly int[] _fired;
    private int _firedCount;
    private int _outcome;
    private FailureKind _failure;
    private string _failureDetail = "";
    // Whether this evaluation has failed rules, computed effects, answers of detectors or a quantifier, which the next one must forget.
    private bool _keeps;

    internal Evaluation(CompiledPolicy policy, FactLimits limits)
    {
        _work = new TextWork(limits.MaxTextSteps);
        _patternScratch = new PatternScratch(_work);
        _policy = policy;
        _program = policy.Program;
        _fired = new int[policy.Tables.Rules.Count];
        _blockStamps = new int[policy.Tables.Blocks];
        _peeks = new LimitPeek[policy.Tables.Limits.Count];
        _draws = new LimitDraw[policy.Tables.Limits.Count];
        _detectors = new DetectorScratch(policy.Detectors, _work);
    }

    /// <summary>The rules that matched, as numbers in the tables, each once, in order of evaluation.</summary>
    public ReadOnlySpan<int> Fired => _fired.AsSpan(0, _firedCount);

    /// <summary>The join of the outcomes of the rules in force that matched or failed.</summary>
    public Outcome Outcome => (Outcome)_outcome;

    /// <summary>Whether the rule at hand has failed; the emitted rule asks once, after its condition.</summary>
    public bool Failed
    {
        [PolicyCallable]
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _failure != FailureKind.None;
    }

    /// <summary>The rules that could not be evaluated, each with its first cause.</summary>
    internal List<FailedRule> FailedRules => _failedRules;

    /// <summary>The effects of matched rules that depend on facts, in order of evaluation.</summary>
    internal List<ComputedEffect> Computed => _computed;

    internal bool NothingFired => _firedCount == 0 && _failedRules.Count == 0;

    /// <summary>Whether nothing is left of an evaluation before this one, and the frame is the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsFreshFor(FactFrame frame) => ReferenceEquals(_frame, frame) && !_keeps;

    /// <summary>Forgets what few evaluations leave behind, and takes a frame.</summary>
    internal void Freshen(FactFrame frame)
    {
        _frame = frame;
        _failure = FailureKind.None;
        _depth = 0;
        _works = false;
        _failedRules.Clear();
        _computed.Clear();
        _detectors.Clear();
        _keeps = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Begin(int point)
    {
        _point = point;
        _firedCount = 0;
        _blocks = 0;
        _outcome = 0;
        _work.Begin();
    }

    /// <summary>A rule matched.</summary>
    /// <param name="rule">Its number.</param>
    /// <param name="outcome">The greatest outcome of its effects; 0 for a rule in detect mode.</param>
    [PolicyCallable]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fire(int rule, int outcome)
    {
        var count = _firedCount;
        _fired[count] = rule;
        _firedCount = count + 1;
        if (outcome > _outcome)
            _outcome = outcome;
    }

    /// <summary>The outcome of a rule whose control is in detect mode until a day.</summary>
    /// <param name="last">The last day of detect mode (<see cref="DateOnly.DayNumber"/>).</param>
    /// <param name="outcome">The outcome once it is in force.</param>
    /// <returns><paramref name="outcome"/> after that day and where the day is not known, else 0.</returns>
    [PolicyCallable]
    public int After(int last, int outcome) => _policy.Point(_point).Today(_frame) <= last ? 0 : outcome;

    /// <summary>The rule at hand could not be evaluated: takes the failure and adds the posture of its control.</summary>
    /// <param name="rule">Its number.</param>
    [PolicyCallable]
    public void FailRule(int rule)
    {
        _failedRules.Add(new FailedRule(rule, new Failure(_failure, _failureDetail)));
        _failure = FailureKind.None;
        _outcome = Math.Max(_outcome, OutcomeOf(rule, ControlOf(rule).OnError));
    }

    /// <summary>Puts failures in the place of whatever these rules came to.</summary>
    internal void Replace(List<FailedRule> failed)
    {
        _keeps = true;
        var rules = failed.Select(rule => rule.Rule).ToHashSet();
        var fired = _fired.AsSpan(0, _firedCount).ToArray();
        _firedCount = 0;
        _outcome = 0;
        _failedRules.RemoveAll(rule => rules.Contains(rule.Rule));
        _computed.RemoveAll(effect => rules.Contains(effect.Rule));
        _failedRules.AddRange(failed.Where(rule => !rule.LacksAnswersAlone));
        foreach (var rule in fired.Where(rule => !rules.Contains(rule)))
            Fire(
                rule,
                OutcomeOf(rule, _policy.Tables.Rules[rule].Effects.Where(effect => !effect.Computed).Select(effect => effect.Effect)));
        foreach (var effect in _computed)
            _outcome = Math.Max(_outcome, OutcomeOf(effect.Rule, [effect.Effect]));
        foreach (var rule in _failedRules)
            _outcome = Math.Max(_outcome, OutcomeOf(rule));
        // Rules that ask classifiers come second: where the others refuse, nobody has to have asked.
        if (_outcome >= (int)Outcome.Block)
            return;
        foreach (var rule in failed.Where(rule => rule.LacksAnswersAlone))
        {
            _failedRules.Add(rule);
            _outcome = Math.Max(_outcome, OutcomeOf(rule));
        }
    }

    /// <summary>Whether rules refuse that could be evaluated.</summary>
    internal bool Refuses()
    {
        var outcome = _computed.Select(effect => OutcomeOf(effect.Rule, [effect.Effect])).DefaultIfEmpty(0).Max();
        foreach (var rule in Fired)
            outcome = Math.Max(
                outcome,
                OutcomeOf(rule, _policy.Tables.Rules[rule].Effects.Where(effect => !effect.Computed).Select(effect => effect.Effect)));
        return outcome >= (int)Outcome.Block;
    }

    private int OutcomeOf(in FailedRule rule) => OutcomeOf(rule.Rule, ControlOf(rule.Rule).OnError.Concat(rule.Beside));

    private int OutcomeOf(int rule, IEnumerable<Effect> effects) =>
        CompiledPolicy.IsDetect(ControlOf(rule), _policy.Point(_point).Today(_frame))
            ? 0
            : effects.Select(effect => (int)effect.Outcome).DefaultIfEmpty(0).Max();

    private ControlTable ControlOf(int rule) => _policy.Tables.Controls[_policy.Tables.Rules[rule].Control];

    /// <summary>The expression at hand cannot be evaluated; the first cause stands until the rule takes it.</summary>
    public void Fail(FailureKind kind, string detail)
    {
        if (_failure != FailureKind.None)
            return;
        _keeps = true;
        _failure = kind;
        _failureDetail = detail;
    }
}

/// <summary>A rule that could not be evaluated.</summary>
/// <param name="Rule">Its number.</param>
/// <param name="Failure">Why.</param>
/// <param name="Beside">What follows beside the posture of its control: that of the providers whose facts it lacks.</param>
/// <param name="LacksAnswersAlone">Nothing is missing but what classifiers of the host would have said.</param>
internal readonly record struct FailedRule(int Rule, Failure Failure, ValueList<Effect> Beside = default, bool LacksAnswersAlone = false);

/// <summary>An effect whose value came from the facts.</summary>
/// <param name="Rule">The rule, by number.</param>
/// <param name="Index">Which of its effects.</param>
/// <param name="Effect">The effect in full.</param>
internal readonly record struct ComputedEffect(int Rule, int Index, Effect Effect);
