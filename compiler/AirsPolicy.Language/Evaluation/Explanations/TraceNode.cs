using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Evaluation.Explanations;

/// <summary>An expression that is being, or has been, evaluated.</summary>
internal sealed class TraceNode(Expression expression)
{
    public Expression Expression => expression;

    /// <summary>What it came to; null until then.</summary>
    public Value? Value { get; set; }

    /// <summary>How the limit stood that it asks for, or null.</summary>
    public LimitReading? Limit { get; set; }

    /// <summary>What was evaluated on the way, in order.</summary>
    public List<TraceNode> Parts { get; } = [];
}
