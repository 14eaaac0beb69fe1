using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>Conditions after <c>expect</c>, evaluated over a decision by the same meaning as those of rules.</summary>
internal sealed class DecisionCondition(PolicyModel model)
{
    private readonly PointLayout _layout = DecisionFacts.LayoutWith(
        [.. model.Charts.Select(chart => chart.Name)],
        [.. model.Breakers.Select(breaker => breaker.Name)]);
    private readonly PatternLibrary _patterns = new();
    private readonly DetectorMemory _memory = new();
    private readonly SourceTexts _sources = new(model.Sources);

    /// <summary>Why the condition does not hold, or null.</summary>
    /// <param name="text">The primary text as it goes on, or null.</param>
    /// <param name="run">What the run is if it is over now, or null.</param>
    /// <param name="watched">How charts and breakers stand after it.</param>
    public string? Unmet(ExpectConditionStep expected, Decision decision, string? text, RunOutcome? run, WatchedStates watched)
    {
        var frame = DecisionFrame.Of(decision, text, run, SlotLayout.Width(_layout.Facts));
        watched.Put(frame, _layout, model);
        var facts = new FactSource(new FactPlaces(_layout, null), frame);
        var trace = new EvaluationTrace(_sources);
        var detectors = new DetectorSearch(model.Detectors, _patterns, _memory);
        var value = new ExpressionEvaluator(facts, detectors, _patterns, trace, data: model.Data).Evaluate(expected.Condition);
        if (value is BoolValue { Truth: true })
            return null;
        var written = _sources.At(expected.Condition.Place);
        var read = string.Join(", ", trace.Take().SelectMany(Leaves).Distinct());
        var because = value is FailedValue failed ? failed.Failure.Detail.TrimEnd('.') : read.Length == 0 ? "it does not hold" : read;
        return $"Expected '{written}', but {because}; the decision is {DecisionSummary.Of(decision)}.";
    }

    private static IEnumerable<string> Leaves(ExpressionExplanation node) => node switch
    {
        { Decided: true, Fact: { } fact } => [node.Value is null ? $"'{fact}' is absent" : $"'{fact}' is {node.Value}"],
        _ => node.Parts.SelectMany(Leaves),
    };
}
