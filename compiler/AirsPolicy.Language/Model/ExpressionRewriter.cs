using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Model;

/// <summary>Makes of expressions others, part by part. What does not change is taken over as it is.</summary>
/// <param name="change">What becomes of an expression whose parts are done. Of a <see cref="PathExpression"/> becomes another.</param>
internal sealed class ExpressionRewriter(Func<Expression, Expression> change)
{
    private readonly List<Expression> _order = [];
    private readonly Stack<Expression> _done = new();
    private readonly Stack<Expression> _parts = new();
    private readonly List<Expression> _exchanged = [];

    /// <summary>The rules with all their expressions changed.</summary>
    public ValueList<RuleModel> Of(ValueList<RuleModel> rules) => All(rules, Of);

    private RuleModel Of(RuleModel rule)
    {
        var condition = rule.Condition is null ? null : Of(rule.Condition);
        var effects = All(rule.Effects, Of);
        return ReferenceEquals(condition, rule.Condition) && AreSame(effects, rule.Effects)
            ? rule
            : rule with
            {
                Condition = condition,
                Effects = effects,
            };
    }

    private EffectModel Of(EffectModel effect) =>
        effect switch
        {
            FixedEffectModel => effect,
            HoldEffectModel hold => hold with { Within = Of(hold.Within) },
            HaltEffectModel halt => halt with { For = Of(halt.For) },
            CutEffectModel cut => cut with { Text = OfPath(cut.Text) },
            RedactEffectModel redact => redact with
            {
                Target = OfPath(redact.Target),
                Except = redact.Except is null ? null : Of(redact.Except),
            },
            DropEffectModel drop => drop with { List = OfPath(drop.List), Where = Of(drop.Where) },
            _ => throw new System.Diagnostics.UnreachableException(effect.ToString()),
        };

    private PathExpression OfPath(PathExpression read) => (PathExpression)change(read);

    /// <summary>The expression with everything in it changed.</summary>
    // From the last expression to the first, so that the parts of each are done when it is reached, its first part on top. Not by
    // recursion: a chain of thousands of 'or's leans to the left.
    public Expression Of(Expression expression)
    {
        _order.Clear();
        _order.AddRange(ExpressionTree.DescendantsAndSelf(expression));
        for (var i = _order.Count - 1; i >= 0; i--)
            _done.Push(change(WithDoneParts(_order[i])));
        return _done.Pop();
    }

    private Expression WithDoneParts(Expression expression)
    {
        var same = true;
        _exchanged.Clear();
        ExpressionTree.PushParts(_parts, expression);
        while (_parts.TryPop(out var part))
        {
            _exchanged.Add(_done.Pop());
            same &= ReferenceEquals(part, _exchanged[^1]);
        }
        return same ? expression : WithParts(expression, CollectionsMarshal.AsSpan(_exchanged));
    }

    private static Expression WithParts(Expression expression, ReadOnlySpan<Expression> parts) => expression switch
    {
        HasExpression has => has with { Operand = parts[0] },
        FollowsExpression follows => follows with { Keys = ValueList.Create(parts[..^1]), Step = parts[^1] },
        CoalesceExpression coalesce => coalesce with { Optional = parts[0], Default = parts[1] },
        NotExpression not => not with { Operand = parts[0] },
        LogicalExpression logical => logical with { Left = parts[0], Right = parts[1] },
        CompareExpression compare => compare with { Left = parts[0], Right = parts[1] },
        MembershipExpression membership => membership with { Item = parts[0], List = parts[1] },
        TextTestExpression test => test with { Text = parts[0], Part = parts[1] },
        MatchesExpression matches => matches with { Text = parts[0] },
        ArithmeticExpression arithmetic => arithmetic with { Left = parts[0], Right = parts[1] },
        NegateExpression negate => negate with { Operand = parts[0] },
        ConvertExpression convert => convert with { Operand = parts[0] },
        TableExpression table => table with { Key = parts[0], Values = WithGaps(table.Values, parts[1..]) },
        LookupExpression lookup => lookup with { Key = parts[0] },
        QuantifierExpression quantifier => quantifier with { List = parts[0], Body = parts[1] },
        DetectorExpression detector => detector with { Argument = parts[0], Classified = [.. parts[1..]] },
        CallExpression call => call with { Arguments = [.. parts] },
        ConcatExpression concat => concat with { Left = parts[0], Right = parts[1] },
        ListExpression list => list with { Items = [.. parts] },
        NamedExpression named => named with { Body = parts[0] },
        AggregateExpression aggregate => aggregate with { Keys = [.. parts] },
        OriginExpression origin => origin with { Value = parts[0], Session = parts[1] },
        CarriesLabelExpression carries => carries with { Session = parts[0] },
        _ => throw new System.Diagnostics.UnreachableException(expression.ToString()),
    };

    // A table has no part where it gives no value.
    private static ValueList<Expression?> WithGaps(ValueList<Expression?> values, ReadOnlySpan<Expression> parts)
    {
        var all = new Expression?[values.Count];
        var next = 0;
        for (var i = 0; i < all.Length; i++)
            all[i] = values[i] is null ? null : parts[next++];
        return [.. all];
    }

    private static ValueList<T> All<T>(ValueList<T> items, Func<T, T> exchange)
        where T : class
    {
        var all = ImmutableArray.CreateBuilder<T>(items.Count);
        foreach (var item in items)
            all.Add(exchange(item));
        var exchanged = new ValueList<T>(all.MoveToImmutable());
        return AreSame(exchanged, items) ? items : exchanged;
    }

    private static bool AreSame<T>(ValueList<T> left, ValueList<T> right)
        where T : class
    {
        for (var i = 0; i < left.Count; i++)
        {
            if (!ReferenceEquals(left[i], right[i]))
                return false;
        }
        return true;
    }
}
