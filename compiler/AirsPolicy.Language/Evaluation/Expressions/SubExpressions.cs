using System.Diagnostics;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Evaluation.Expressions;

/// <summary>The parts of expressions.</summary>
internal static class SubExpressions
{
    /// <summary>The expression and all its parts, at any depth, from left to right.</summary>
    public static IEnumerable<Expression> WithSelf(Expression expression) => Of(expression).SelectMany(WithSelf).Prepend(expression);

    /// <summary>The direct parts, in the order in which they are evaluated.</summary>
    public static IEnumerable<Expression> Of(Expression expression) => expression switch
    {
        ConstantExpression or PathExpression or ItemExpression => [],
        HasExpression has => [has.Operand],
        CoalesceExpression coalesce => [coalesce.Optional, coalesce.Default],
        NotExpression not => [not.Operand],
        LogicalExpression logical => [logical.Left, logical.Right],
        CompareExpression compare => [compare.Left, compare.Right],
        MembershipExpression membership => [membership.Item, membership.List],
        TextTestExpression test => [test.Text, test.Part],
        MatchesExpression matches => [matches.Text],
        ArithmeticExpression arithmetic => [arithmetic.Left, arithmetic.Right],
        NegateExpression negate => [negate.Operand],
        ConvertExpression convert => [convert.Operand],
        TableExpression table => table.Values.OfType<Expression>().Prepend(table.Key),
        QuantifierExpression quantifier => [quantifier.List, quantifier.Body],
        DetectorExpression detector => [detector.Argument],
        CallExpression call => call.Arguments,
        ConcatExpression concat => [concat.Left, concat.Right],
        ListExpression list => list.Items,
        NamedExpression named => [named.Body],
        _ => throw new UnreachableException($"{expression.GetType().Name} has no parts listed."),
    };
}
