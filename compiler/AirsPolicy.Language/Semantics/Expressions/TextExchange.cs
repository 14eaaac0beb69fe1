using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Semantics.Expressions;

/// <summary>
/// Makes of rules that are bound to one point those of a point that differs from it only in what its text is. What reads no text is taken
/// over as it is.
/// </summary>
/// <param name="from">The path of the text where the rules are bound.</param>
/// <param name="to">The path of the text of the other point.</param>
internal sealed class TextExchange(ValueList<string> from, ValueList<string> to)
{
    private readonly ExpressionRewriter _rewriter = new(expression =>
        expression is PathExpression read && read.Path == from ? read with { Path = to } : expression);

    public Expression Of(Expression expression) => from == to ? expression : _rewriter.Of(expression);

    public ValueList<RuleModel> Of(ValueList<RuleModel> rules) => from == to ? rules : _rewriter.Of(rules);
}
