using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Evaluation.Explanations;

/// <summary>Is told what is evaluated while it is: each expression before its parts, and again with its value behind them.</summary>
internal interface IEvaluationListener
{
    /// <summary>The evaluation of an expression begins.</summary>
    void Enter(Expression expression);

    /// <summary>The expression entered last asks for a limit, which stands so.</summary>
    void Note(LimitReading limit);

    /// <summary>The evaluation of an expression has ended.</summary>
    void Leave(Expression expression, Value value);
}
