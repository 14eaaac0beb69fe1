using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Model;

/// <summary>Walks expressions and rules without a visitor for each question.</summary>
internal static class ExpressionTree
{
    /// <summary>The expression and everything below it, each before its parts.</summary>
    public static IEnumerable<Expression> DescendantsAndSelf(Expression expression)
    {
        var pending = new Stack<Expression>();
        pending.Push(expression);
        while (pending.TryPop(out var current))
        {
            yield return current;
            PushParts(pending, current);
        }
    }

    /// <summary>The parts of an expression, in the order in which they are evaluated.</summary>
    public static IEnumerable<Expression> Children(Expression expression)
    {
        var parts = new Stack<Expression>();
        PushParts(parts, expression);
        return parts;
    }

    /// <summary>
    /// Puts the parts of an expression on a stack, the first on top. Every stage walks every rule: an enumerator for each node would cost
    /// more than the walk.
    /// </summary>
    internal static void PushParts(Stack<Expression> parts, Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression
            or PathExpression
            or ItemExpression
            or LimitPassedExpression
            or HeldForExpression
            or EventOutcomeExpression:
                break;
            case HasExpression has:
                parts.Push(has.Operand);
                break;
            case CoalesceExpression coalesce:
                Push(parts, coalesce.Optional, coalesce.Default);
                break;
            case NotExpression not:
                parts.Push(not.Operand);
                break;
            case LogicalExpression logical:
                Push(parts, logical.Left, logical.Right);
                break;
            case CompareExpression compare:
                Push(parts, compare.Left, compare.Right);
                break;
            case MembershipExpression membership:
                Push(parts, membership.Item, membership.List);
                break;
            case TextTestExpression test:
                Push(parts, test.Text, test.Part);
                break;
            case MatchesExpression matches:
                parts.Push(matches.Text);
                break;
            case ArithmeticExpression arithmetic:
                Push(parts, arithmetic.Left, arithmetic.Right);
                break;
            case NegateExpression negate:
                parts.Push(negate.Operand);
                break;
            case ConvertExpression convert:
                parts.Push(convert.Operand);
                break;
            case TableExpression table:
                Push(parts, table.Values.AsSpan());
                parts.Push(table.Key);
                break;
            case LookupExpression lookup:
                parts.Push(lookup.Key);
                break;
            case QuantifierExpression quantifier:
                Push(parts, quantifier.List, quantifier.Body);
                break;
            case DetectorExpression detector:
                Push(parts, detector.Classified.AsSpan());
                parts.Push(detector.Argument);
                break;
            case CallExpression call:
                Push(parts, call.Arguments.AsSpan());
                break;
            case ConcatExpression concat:
                Push(parts, concat.Left, concat.Right);
                break;
            case ListExpression list:
                Push(parts, list.Items.AsSpan());
                break;
            case NamedExpression named:
                parts.Push(named.Body);
                break;
            case AggregateExpression aggregate:
                Push(parts, aggregate.Keys.AsSpan());
                break;
            case OriginExpression origin:
                Push(parts, origin.Value, origin.Session);
                break;
            case CarriesLabelExpression carries:
                parts.Push(carries.Session);
                break;
            case FollowsExpression follows:
                parts.Push(follows.Step);
                Push(parts, follows.Keys.AsSpan());
                break;
            default:
                throw new System.Diagnostics.UnreachableException(expression.ToString());
        }
    }

    private static void Push(Stack<Expression> parts, params ReadOnlySpan<Expression?> inOrder)
    {
        for (var i = inOrder.Length - 1; i >= 0; i--)
        {
            if (inOrder[i] is { } part)
                parts.Push(part);
        }
    }

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
    public static IEnumerable<Expression> All(RuleModel rule)
    {
        if (rule.Condition is not null)
        {
            foreach (var part in DescendantsAndSelf(rule.Condition))
                yield return part;
        }
        foreach (var effect in rule.Effects)
        {
            foreach (var outermost in Expressions(effect))
            {
                foreach (var part in DescendantsAndSelf(outermost))
                    yield return part;
            }
        }
    }
}
