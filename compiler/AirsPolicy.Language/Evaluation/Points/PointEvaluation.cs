using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Effects;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Language.Evaluation.Points;

/// <summary>One evaluation: every rule that stands at the point is asked, each on its own.</summary>
internal sealed class PointEvaluation
{
    private readonly PointRules _point;
    private readonly FactSource _facts;
    private readonly ExpressionEvaluator _expressions;
    private readonly EffectEvaluator _effects;
    private readonly EvaluationTrace? _trace;
    private readonly CoverageRecorder? _coverage;
    private readonly int? _today;

    public PointEvaluation(
        PointRules point,
        FactFrame facts,
        DetectorSearch detectors,
        PatternLibrary patterns,
        PastScope past,
        EvaluationTrace? trace,
        CoverageRecorder? coverage,
        FactLimits limits,
        ValueList<DataTable> data)
    {
        _point = point;
        _trace = trace;
        _coverage = coverage;
        _facts = new FactSource(point.Places, facts);
        _expressions = new ExpressionEvaluator(
            _facts, detectors, patterns, trace ?? (IEvaluationListener?)coverage, past, limits: limits, data: data);
        _effects = new EffectEvaluator(_expressions, _facts, detectors);
        _today = point.Today is { } today && facts.Has(today.Slot) ? (int)facts.Long(today.Slot) : null;
    }

    /// <summary>The decision, and where a trace is kept what each rule came to.</summary>
    public Explanation Evaluate()
    {
        var matched = new List<MatchedRule>();
        var unanswered = new List<MatchedRule>();
        var explained = new List<RuleExplanation>();
        foreach (var control in _point.Controls)
        {
            foreach (var rule in control.Rules)
            {
                var result = _expressions.Apart(() => Evaluate(control, rule));
                _coverage?.Asked(control.Control, rule, result);
                if (result is not null)
                    (LacksAnswersAlone(rule) ? unanswered : matched).Add(result);
                if (_trace is not null)
                    explained.Add(new RuleExplanation(control.Origin(rule), control.IsDetect(_today), result, _trace.Take(), rule.Refusal));
            }
        }
        // Rules that ask classifiers come second: where the others refuse, nobody has to have asked.
        if (Refuse(matched))
            explained = explained.ConvertAll(rule => unanswered.Contains(rule.Matched!) ? rule with { Matched = null } : rule);
        else
            matched.AddRange(unanswered);
        if (_point.Judges.Count > 0)
            AskJudges(matched, explained);
        return new Explanation(EffectJoin.Decide(_point.Point, matched), explained.ToValueList());
    }

    // Judges come last, on what the other rules leave: their own answers, and the lack of one.
    private void AskJudges(List<MatchedRule> matched, List<RuleExplanation> explained)
    {
        foreach (var (ask, result) in new AskedJudges(_point, _facts).Settle([.. matched], Refuse(matched), AskRule).ToList())
        {
            matched.RemoveAll(rule => rule.Origin == ask);
            if (result is not null)
                matched.Add(result);
            var at = explained.FindIndex(rule => rule.Origin == ask);
            if (at >= 0)
                explained[at] = explained[at] with { Matched = result };
        }
    }

    private (RuleOrigin Origin, Func<ValueList<Effect>, Failure?, MatchedRule> Matched) AskRule(JudgeModel judge)
    {
        var control = _point.Controls.First(standing => standing.Control.Id == judge.Control);
        var rule = control.Rules.First(rule => rule.Ordinal == judge.Ask);
        return (
            control.Origin(rule),
            (effects, failure) =>
                new MatchedRule(
                    control.Origin(rule),
                    failure is null ? effects : [ErrorPosture.Of(control.Control.OnError), .. effects],
                    failure,
                    control.IsDetect(_today)));
    }

    private static bool Refuse(List<MatchedRule> matched) =>
        matched.Where(rule => !rule.Detect).SelectMany(rule => rule.Effects).Any(effect => effect.Outcome >= Outcome.Block);

    private bool LacksAnswersAlone(RuleModel rule)
    {
        var missing = Missing(rule);
        return missing.Count > 0 && missing.TrueForAll(read => ClassifierFact.ClassifierOf(read.Name) is not null);
    }

    private List<ReadFact> Missing(RuleModel rule) => [.. _point.ReadBy(rule).Where(read => !_facts.HasRequired(read.Place))];

    // A rule reads all that it names, whether the values of other facts would have spared it or not: what is missing shows at once, and
    // not on the day when it counts. Of several missing facts the least by name is named; what the
    // providers of all of them say joins what the control says, so that neither is weaker than it reads.
    private MatchedRule? MissingFact(PlacedControl control, RuleModel rule)
    {
        var missing = Missing(rule);
        if (missing.Count == 0)
            return null;
        var failed = Failed(control, rule, new Failure(FailureKind.MissingFact, $"The fact '{missing[0].Name}' is missing."));
        return failed with { Effects = failed.Effects.Concat(missing.SelectMany(read => read.OnError)).Distinct().ToValueList() };
    }

    private MatchedRule? Evaluate(PlacedControl control, RuleModel rule)
    {
        if (MissingFact(control, rule) is { } lacking)
            return lacking;
        if (rule.Condition is not null)
        {
            var condition = _expressions.Evaluate(rule.Condition);
            if (condition is FailedValue failed)
                return Failed(control, rule, failed.Failure);
            if (!((BoolValue)condition).Truth)
                return null;
        }
        var effects = new List<Effect>();
        foreach (var effect in rule.Effects)
        {
            var result = _effects.Evaluate(effect);
            if (result.Failure is { } failure)
                return Failed(control, rule, failure);
            effects.AddRange(result.Effects);
        }
        return effects.Count == 0
            ? null
            : new MatchedRule(control.Origin(rule), effects.ToValueList(), null, control.IsDetect(_today), rule.Refusal);
    }

    private MatchedRule Failed(PlacedControl control, RuleModel rule, Failure failure) =>
        new(control.Origin(rule), [ErrorPosture.Of(control.Control.OnError)], failure, control.IsDetect(_today));
}
