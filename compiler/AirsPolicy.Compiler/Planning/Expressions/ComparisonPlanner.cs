using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;
using static AirsPolicy.Compiler.Planning.Expressions.ExpressionPlanner;
using static AirsPolicy.Compiler.Planning.Expressions.ValueKinds;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>Lowers comparisons: numbers by operator, texts and lists by the runtime.</summary>
internal static class ComparisonPlanner
{
    public static PlanExpression Compare(CompareExpression compare, ExpressionPlanner planner, ProgramParts parts)
    {
        if (ElementOf(compare.Left.Shape) is { } element)
            return Signed(compare.Operator, Call(SameList(element), planner.Plan(compare.Left), planner.Plan(compare.Right)));
        if (IsText(compare.Left.Shape))
            return Signed(compare.Operator, SameText(compare.Left, compare.Right, planner));
        var (left, right) = ByKey(planner.Plan(compare.Left), planner.Plan(compare.Right));
        return new ComparePlan(Comparison(compare.Operator), left, right);
    }

    /// <summary>A decimal fact and a constant by their keys, which compare alike and faster.</summary>
    private static (PlanExpression Left, PlanExpression Right) ByKey(PlanExpression left, PlanExpression right) =>
        (left, right) switch
        {
            (FactPlan { Type: PlanType.Decimal } fact, ConstantPlan { Value: decimal constant }) when HasKey(constant) => (
                Key(fact),
                Key(constant)),
            (ConstantPlan { Value: decimal constant }, FactPlan { Type: PlanType.Decimal } fact) when HasKey(constant) => (
                Key(constant),
                Key(fact)),
            _ => (left, right),
        };

    private static bool HasKey(decimal constant) => DecimalOrder.IsExact(DecimalOrder.KeyOf(constant));

    private static ConstantPlan Key(decimal constant) => new(DecimalOrder.KeyOf(constant), PlanType.Long);

    private static CallPlan Key(FactPlan fact) => Call(RuntimeMembers.DecimalKey, new NumberPlan(fact.Slot));

    /// <summary>Equality of two texts, of which one may be written in the policy.</summary>
    private static CallPlan SameText(Expression left, Expression right, ExpressionPlanner planner) => (left, right) switch
    {
        (_, ConstantExpression { Value: string literal }) => Call(RuntimeMembers.Is, planner.Plan(left), new LiteralPlan(literal)),
        (ConstantExpression { Value: string literal }, _) => Call(RuntimeMembers.Is, planner.Plan(right), new LiteralPlan(literal)),
        _ => Call(RuntimeMembers.SameText, planner.Plan(left), planner.Plan(right)),
    };

    private static RuntimeMember SameList(Shape element) =>
        IsText(element) ? RuntimeMembers.SameTextList
        : TypeOf(element) == PlanType.Decimal ? RuntimeMembers.SameDecimalList
        : RuntimeMembers.SameList;

    private static PlanExpression Signed(CompareOperator comparison, PlanExpression equal) =>
        comparison == CompareOperator.NotEqual ? Not(equal) : equal;

    private static PlanComparison Comparison(CompareOperator comparison) => comparison switch
    {
        CompareOperator.Equal => PlanComparison.Equal,
        CompareOperator.NotEqual => PlanComparison.NotEqual,
        CompareOperator.Less => PlanComparison.Less,
        CompareOperator.LessOrEqual => PlanComparison.LessOrEqual,
        CompareOperator.Greater => PlanComparison.Greater,
        _ => PlanComparison.GreaterOrEqual,
    };
}
