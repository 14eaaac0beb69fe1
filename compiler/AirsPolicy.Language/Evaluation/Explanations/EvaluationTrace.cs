using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Evaluation.Explanations;

/// <summary>Writes down what is evaluated, as a tree for each expression that a rule states.</summary>
/// <param name="sources">The text of the expressions.</param>
/// <param name="evaluated">Told of every value as it is known, or null; tests of coverage listen here.</param>
internal sealed class EvaluationTrace(SourceTexts sources, Action<Expression, Value>? evaluated = null) : IEvaluationListener
{
    private readonly Stack<TraceNode> _open = [];
    private readonly List<TraceNode> _roots = [];

    /// <inheritdoc/>
    public void Enter(Expression expression)
    {
        var node = new TraceNode(expression);
        (_open.TryPeek(out var parent) ? parent.Parts : _roots).Add(node);
        _open.Push(node);
    }

    /// <inheritdoc/>
    public void Note(LimitReading limit) => _open.Peek().Limit = limit;

    /// <inheritdoc/>
    public void Leave(Expression expression, Value value)
    {
        var node = _open.Pop();
        node.Value = value;
        evaluated?.Invoke(node.Expression, value);
    }

    /// <summary>What has been written down since the last call.</summary>
    public ValueList<ExpressionExplanation> Take()
    {
        var explained = _roots.Select(root => new TraceExplainer(sources).Explain(root)).ToValueList();
        _roots.Clear();
        return explained;
    }
}
