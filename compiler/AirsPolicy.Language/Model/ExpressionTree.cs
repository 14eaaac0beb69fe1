using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Model;

/// <summary>Walks expressions and rules without a visitor for each question.</summary>
public static class ExpressionTree
{
    /// <summary>The expression and everything below it, each before its parts.</summary>
    public static IEnumerable<Expression> DescendantsAndSelf(Expression expression)
    {
        var pending = new Stack<Expression>([expression]);
        while (pending.TryPop(out var current))
        {
            yield return current;
            foreach (var child in Children(current).Reverse())
                pending.Push(child);
        }
    }

    /// <summary>The parts of an expression, in the order in which they are evaluated.</summary>
    public static IEnumerable<Expression> Children(Expression expression) => expression switch
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
        TableExpression table => [table.Key, .. table.Values.OfType<Expression>()],
        QuantifierExpression quantifier => [quantifier.List, quantifier.Body],
        DetectorExpression detector => [detector.Argument],
        CallExpression call => call.Arguments,
        ConcatExpression concat => [concat.Left, concat.Right],
        ListExpression list => list.Items,
        NamedExpression named => [named.Body],
        _ => throw new System.Diagnostics.UnreachableException(expression.ToString()),
    };

    /// <summary>The expressions of an effect, outermost only.</summary>
    public static IEnumerable<Expression> Expressions(EffectModel effect) => effect switch
    {
        FixedEffectModel => [],
        HoldEffectModel hold => [hold.Within],
        HaltEffectModel halt => [halt.For],
        CutEffectModel cut => [cut.Text],
        RedactEffectModel redact => redact.Except is null ? [redact.Target] : [redact.Target, redact.Except],
        DropEffectModel drop => [drop.List, drop.Where],
        _ => throw new System.Diagnostics.UnreachableException(effect.ToString()),
    };

    /// <summary>Every expression of a rule, its condition's and its effects'.</summary>
    public static IEnumerable<Expression> All(RuleModel rule) =>
        (rule.Condition is null ? [] : (IEnumerable<Expression>)[rule.Condition])
            .Concat(rule.Effects.SelectMany(Expressions))
            .SelectMany(DescendantsAndSelf);
}
