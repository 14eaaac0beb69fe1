using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Evaluation.Explanations;

/// <summary>Turns what was evaluated into an explanation: adds the parts that were not, and marks what decided.</summary>
internal sealed class TraceExplainer(SourceTexts sources)
{
    public ExpressionExplanation Explain(TraceNode root) => Explain(root, decided: true);

    private ExpressionExplanation Explain(TraceNode node, bool decided)
    {
        var deciding = decided ? Deciding(node) : [];
        return new ExpressionExplanation(
            sources.At(node.Expression.Place),
            (node.Expression as NamedExpression)?.Name,
            FactOf(node.Expression),
            node.Expression.Place,
            StateOf(node.Value),
            node.Value is null or AbsentValue ? null : ValueText.Of(node.Value, node.Expression.Shape),
            decided,
            Parts(node, deciding).ToValueList(),
            node.Limit);
    }

    // Parts come in the order written. A part is evaluated once, but the body of a quantifier once an item.
    private IEnumerable<ExpressionExplanation> Parts(TraceNode node, List<TraceNode> deciding)
    {
        var evaluated = node.Parts.ToList();
        foreach (var part in ExpressionTree.Children(node.Expression))
        {
            var traced = node.Expression is QuantifierExpression quantifier && ReferenceEquals(part, quantifier.Body)
                ? evaluated.Where(e => ReferenceEquals(e.Expression, part)).ToList()
                : evaluated.Where(e => ReferenceEquals(e.Expression, part)).Take(1).ToList();
            evaluated.RemoveAll(traced.Contains);
            if (traced.Count == 0)
                yield return NotEvaluated(part);
            foreach (var child in traced)
                yield return Named(Explain(child, deciding.Contains(child)), part, node.Expression);
        }
    }

    // The session that a question about its contents concerns is written nowhere: it goes by its name.
    private static ExpressionExplanation Named(ExpressionExplanation explained, Expression part, Expression whole) =>
        part is PathExpression read && read.Place == whole.Place ? explained with { Text = string.Join('.', read.Path) } : explained;

    private ExpressionExplanation NotEvaluated(Expression expression) => new(
        sources.At(expression.Place),
        (expression as NamedExpression)?.Name,
        FactOf(expression),
        expression.Place,
        ExplanationState.NotEvaluated,
        null,
        false,
        ExpressionTree.Children(expression).Select(NotEvaluated).ToValueList());

    // One side is enough for a false 'and' and a true 'or', one item for a true 'any' and a false 'all'; else everything counted.
    private static List<TraceNode> Deciding(TraceNode node)
    {
        if (node.Parts.Count == 0)
            return [];
        var failed = node.Value is FailedValue && node.Parts[^1].Value is FailedValue;
        var truth = (node.Value as BoolValue)?.Truth;
        return (failed, node.Expression) switch
        {
            (true, _) => [node.Parts[^1]],
            (_, LogicalExpression { Operator: LogicalOperator.And }) when truth == false => [node.Parts[^1]],
            (_, LogicalExpression { Operator: LogicalOperator.Or }) when truth == true => [node.Parts[^1]],
            (_, QuantifierExpression { Kind: QuantifierKind.Any }) when truth == true => [node.Parts[0], node.Parts[^1]],
            (_, QuantifierExpression { Kind: QuantifierKind.All }) when truth == false => [node.Parts[0], node.Parts[^1]],
            _ => node.Parts,
        };
    }

    private static string? FactOf(Expression expression) => expression is PathExpression path ? string.Join('.', path.Path) : null;

    private static ExplanationState StateOf(Value? value) => value switch
    {
        null => ExplanationState.NotEvaluated,
        AbsentValue => ExplanationState.Absent,
        FailedValue => ExplanationState.Failed,
        _ => ExplanationState.Evaluated,
    };
}
