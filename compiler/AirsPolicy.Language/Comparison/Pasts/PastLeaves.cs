using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>What conditions ask of the past.</summary>
internal static class PastLeaves
{
    /// <summary>Whether what came before says what the expression comes to.</summary>
    public static bool IsPast(Expression expression) =>
        expression
            is AggregateExpression
                or FollowsExpression
                or LimitPassedExpression
                or HeldForExpression
                or OriginExpression
                or CarriesLabelExpression
                or EventOutcomeExpression
        || expression is PathExpression { Path: ["breaker", ..] or ["pace", ..] or ["run", "followed" or "missing", ..] }
        || LabelModel.IsRead(expression);

    /// <summary>Whether a part asks the past itself, or a quantifier over nothing else.</summary>
    public static bool AsksPast(Expression expression) => ExpressionTree.DescendantsAndSelf(expression).Any(IsPast);
}
