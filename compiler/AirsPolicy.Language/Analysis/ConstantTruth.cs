using AirsPolicy.Language.Evaluation.Expressions;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Analysis;

/// <summary>
/// What can be said of a condition without facts. It is sound and not complete: true and false are certain, and most conditions
/// are neither. What reads no facts is asked of the interpreter, so that it has no second meaning here.
/// </summary>
internal sealed class ConstantTruth(PolicyModel model)
{
    private static readonly PatternLibrary s_patterns = new();

    private readonly ExpressionEvaluator _evaluator = new(
        new FactSource(new FactPlaces(new PointLayout("constant", new RecordShape([]), [], []), null), new FactFrame()),
        new DetectorSearch(model.Detectors, s_patterns, new DetectorMemory()), s_patterns, null, data: model.Data);

    /// <summary>Whether it always holds, never does, or null where that hangs on facts.</summary>
    public bool? Of(Expression condition) => PartialTruth.Of(
        condition, part => ReadsNothing(part) && _evaluator.Evaluate(part) is BoolValue value ? value.Truth : null);

    private static bool ReadsNothing(Expression expression) =>
        !ExpressionTree
            .DescendantsAndSelf(expression)
            .Any(part =>
                part
                    is PathExpression
                        or ItemExpression
                        or QuantifierExpression
                        or AggregateExpression
                        or LimitPassedExpression
                        or HeldForExpression);
}
