using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Evaluation.Explanations;

/// <summary>Writes down what is evaluated, as a tree for each expression that a rule states.</summary>
internal sealed class EvaluationTrace(SourceTexts sources)
{
    private readonly Stack<TraceNode> _open = [];
    private readonly List<TraceNode> _roots = [];

    /// <summary>The evaluation of an expression begins.</summary>
    public void Enter(Expression expression)
    {
        var node = new TraceNode(expression);
        (_open.TryPeek(out var parent) ? parent.Parts : _roots).Add(node);
        _open.Push(node);
    }

    /// <summary>The evaluation of the expression entered last has ended.</summary>
    public void Leave(Value value) => _open.Pop().Value = value;

    /// <summary>What has been written down since the last call.</summary>
    public ValueList<ExpressionExplanation> Take()
    {
        var explained = _roots.Select(root => new TraceExplainer(sources).Explain(root)).ToValueList();
        _roots.Clear();
        return explained;
    }
}
