using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Analysis;

/// <summary>The truth of a condition of which only some parts are known: what is false whatever the rest is, is false.</summary>
internal static class PartialTruth
{
    /// <param name="condition">The condition.</param>
    /// <param name="known">The truth of a part that is no <c>and</c>, <c>or</c> or <c>not</c>; null where it is not known.</param>
    public static bool? Of(Expression condition, Func<Expression, bool?> known) => condition switch
    {
        NamedExpression named => Of(named.Body, known),
        NotExpression not => !Of(not.Operand, known),
        LogicalExpression { Operator: LogicalOperator.And } and => And(Of(and.Left, known), Of(and.Right, known)),
        LogicalExpression or => !And(!Of(or.Left, known), !Of(or.Right, known)),
        _ => known(condition),
    };

    private static bool? And(bool? left, bool? right) =>
        left == false || right == false ? false
        : left is null || right is null ? null
        : true;
}
