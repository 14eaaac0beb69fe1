using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Reasoning.Proofs;

/// <summary>
/// Whether nothing can fail in a rule: it reads what is known to be there, and does nothing with it that can leave a range or pass a limit.
/// </summary>
internal static class NeverFailing
{
    /// <summary>The facts that are there wherever a condition is true, by their dotted paths.</summary>
    public static HashSet<string> Present(Expression? condition)
    {
        var present = new HashSet<string>(StringComparer.Ordinal) { "tool" };
        var open = new Stack<Asked>();
        if (condition is not null)
            open.Push(new Asked(condition, true));
        while (open.TryPop(out var next))
        {
            switch (next.Part)
            {
                case NamedExpression named:
                    open.Push(new Asked(named.Body, next.IsTrue));
                    break;
                case LogicalExpression logical:
                    // Of what joins two, the first is always read, and the second where both have to hold.
                    open.Push(new Asked(logical.Left, next.IsTrue && logical.Operator == LogicalOperator.And));
                    if (next.IsTrue && logical.Operator == LogicalOperator.And)
                        open.Push(new Asked(logical.Right, true));
                    break;
                case PathExpression path:
                    present.Add(string.Join('.', path.Path));
                    break;
                case CompareExpression
                or TextTestExpression
                or MatchesExpression
                or MembershipExpression
                or NotExpression
                or ConvertExpression
                or ArithmeticExpression
                or NegateExpression:
                    foreach (var operand in ExpressionTree.Children(next.Part))
                        open.Push(new Asked(operand, false));
                    break;
            }
        }
        return present;
    }

    public static bool Is(RuleModel rule, HashSet<string> present) =>
        rule.Effects.All(effect => effect is FixedEffectModel)
        && (
            rule.Condition is null
            || ExpressionTree
                .DescendantsAndSelf(rule.Condition)
                .All(part =>
                    part switch
                    {
                        PathExpression path => present.Contains(string.Join('.', path.Path)),
                        ConstantExpression
                        or NamedExpression
                        or LogicalExpression
                        or NotExpression
                        or CompareExpression
                        or TextTestExpression
                        or MatchesExpression
                        or ListExpression => true,
                        MembershipExpression or ConvertExpression or HasExpression => true,
                        _ => false,
                    }
                ));

    private sealed record Asked(Expression Part, bool IsTrue);
}
