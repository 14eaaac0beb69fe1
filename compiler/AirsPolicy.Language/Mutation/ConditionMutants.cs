using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Mutation;

/// <summary>Conditions that say the contrary, are joined otherwise, or have their bound elsewhere; lists that lack an item.</summary>
internal static class ConditionMutants
{
    /// <summary>How far a share is moved, in millionths: what has to be a test's business, not a matter of the last digit.</summary>
    private const long Tenth = 100_000, Whole = 1_000_000;

    public static IEnumerable<Mutant> Of(CoverableParts parts, ControlModel control)
    {
        foreach (var rule in parts.Rules(control).Select(forms => forms.First()))
        {
            foreach (var mutant in Of(parts, control.Id, [.. ExpressionTree.All(rule)]))
                yield return mutant;
        }
    }

    /// <summary>Those of the parts of expressions.</summary>
    /// <param name="id">The control that they are of.</param>
    public static IEnumerable<Mutant> Of(CoverableParts parts, string id, IReadOnlyList<Expression> expressions)
    {
        foreach (var condition in parts.Conditions(expressions))
        {
            yield return At(
                id,
                condition,
                MutantKind.Negated,
                "says the contrary",
                expression => new NotExpression(expression, expression.Place));
            if (condition is CompareExpression compare && Shifted(compare) is var (change, shift))
                yield return At(id, condition, MutantKind.Shifted, change, expression => shift((CompareExpression)expression));
        }
        foreach (var part in expressions.Where(part => parts.IsOwn(part.Place)))
        {
            // A time for which something has to hold is joined to it by the language.
            if (part is LogicalExpression { Right: not HeldForExpression } logical)
            {
                var (other, word) = logical.Operator == LogicalOperator.And ? (LogicalOperator.Or, "'or'") : (LogicalOperator.And, "'and'");
                yield return At(
                    id,
                    part,
                    MutantKind.Joined,
                    $"is joined by {word}",
                    expression => (LogicalExpression)expression with { Operator = other });
            }
            if (part is MembershipExpression { List: ListExpression { Items.Count: > 1 } list }
                && list.Items.DistinctBy(item => item.Place).Count() == list.Items.Count)
            {
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var index = i;
                    yield return At(
                        id,
                        list.Items[i],
                        list,
                        MutantKind.Dropped,
                        "is left out of the list",
                        expression =>
                            (ListExpression)expression with
                            {
                                Items = ((ListExpression)expression).Items.Where((_, at) => at != index).ToValueList(),
                            }
                    );
                }
            }
        }
    }

    private static Mutant At(string id, Expression like, MutantKind kind, string change, Func<Expression, Expression> make) =>
        At(id, like, like, kind, change, make);

    private static Mutant At(
        string id,
        Expression shown,
        Expression like,
        MutantKind kind,
        string change,
        Func<Expression, Expression> make
    ) => new(kind, id, shown.Place, change) { AskedAt = like.Place, Make = model => Counting(PlaceRewriting.Of(model, like, make)) };

    // What tells counts up to a bound has to tell the one behind it.
    private static PolicyModel Counting(PolicyModel model) =>
        model with
        {
            Aggregates = model
                .Aggregates.Select(aggregate => aggregate.UpTo > 0 ? aggregate with { UpTo = aggregate.UpTo + 1 } : aggregate)
                .ToValueList(),
        };

    private static (string Change, Func<CompareExpression, CompareExpression> Make)? Shifted(CompareExpression compare)
    {
        if (compare.Right is ConstantExpression { Shape: ShareShape, Value: long share }
            && compare.Operator is not (CompareOperator.Equal or CompareOperator.NotEqual))
        {
            var moved = share + Tenth <= Whole ? share + Tenth : share - Tenth;
            return (
                $"is held against {moved / (Whole / 100m):0.####}%",
                same => same with { Right = ((ConstantExpression)same.Right) with { Value = moved } });
        }
        (CompareOperator Operator, string Word)? other = compare.Operator switch
        {
            CompareOperator.Less => (CompareOperator.LessOrEqual, "<="),
            CompareOperator.LessOrEqual => (CompareOperator.Less, "<"),
            CompareOperator.Greater => (CompareOperator.GreaterOrEqual, ">="),
            CompareOperator.GreaterOrEqual => (CompareOperator.Greater, ">"),
            _ => null,
        };
        return other is var (with, word) ? ($"compares by '{word}'", same => same with { Operator = with }) : null;
    }
}
