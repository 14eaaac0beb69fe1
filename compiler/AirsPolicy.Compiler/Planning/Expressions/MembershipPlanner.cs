using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Expressions;
using static AirsPolicy.Compiler.Planning.Expressions.ExpressionPlanner;
using static AirsPolicy.Compiler.Planning.Expressions.ValueKinds;

namespace AirsPolicy.Compiler.Planning.Expressions;

/// <summary>Lowers membership: a list of constants becomes a test against them, any other list is searched by the runtime.</summary>
internal static class MembershipPlanner
{
    public static PlanExpression Plan(MembershipExpression membership, ExpressionPlanner planner, ProgramParts parts)
    {
        if (membership.IsWrittenOut)
            return OneOf(
                planner.Plan(membership.Item),
                ((ListExpression)membership.List).Items.Select(item => ((ConstantExpression)item).Value).ToValueList(),
                parts);
        if (membership.Item is ConstantExpression { Value: string literal })
            return Call(RuntimeMembers.ContainsLiteral, planner.Plan(membership.List), new LiteralPlan(literal));
        var item = planner.Plan(membership.Item);
        var list = planner.Plan(membership.List);
        if (IsText(membership.Item.Shape))
            return Call(RuntimeMembers.ContainsText, item, list);
        return TypeOf(membership.Item.Shape) switch
        {
            PlanType.Decimal => Call(RuntimeMembers.ContainsDecimal, item, list),
            PlanType.Bool => Call(RuntimeMembers.Contains, Call(RuntimeMembers.Truth, item), list),
            _ => Call(RuntimeMembers.Contains, item, list),
        };
    }

    private static PlanExpression OneOf(PlanExpression item, ValueList<object> constants, ProgramParts parts) => constants[0] switch
    {
        string single when constants.Count == 1 => Call(RuntimeMembers.Is, item, new LiteralPlan(single)),
        string => Call(RuntimeMembers.InTextSet, parts.TextSet(constants.Cast<string>()), item),
        long => new OneOfPlan(item, constants.Cast<long>().Distinct().ToValueList()),
        var first => EqualToAny(item, constants, first is bool ? PlanType.Bool : PlanType.Decimal, parts),
    };

    private static BindPlan EqualToAny(PlanExpression item, ValueList<object> constants, PlanType type, ProgramParts parts)
    {
        var variable = parts.Variable();
        var compared = constants.Distinct().Select(constant => (PlanExpression)new ComparePlan(
            PlanComparison.Equal, new VariablePlan(variable, type), new ConstantPlan(constant, type)));
        return new BindPlan(variable, item, Join(all: false, compared));
    }
}
