using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Expressions;
using AirsPolicy.Compiler.Planning.Nodes;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Planning.Expressions.ExpressionPlanner;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>
/// Lowers the question whether a step keeps to an order. A tool is known by its number, so that its place in the order is looked up in a
/// table.
/// </summary>
internal static class StepPlanner
{
    public static PlanExpression Plan(FollowsExpression follows, ExpressionPlanner planner, ProgramParts parts)
    {
        var key = KeyPlanner.Plan(follows.Keys, planner);
        if (follows.Step.Shape is not EnumShape tools)
            return Call(PastMembers.KeepsToNamed, new NumberPlan(follows.Aggregate), key, planner.Plan(follows.Step));
        var names = parts.OrderOf(follows.Aggregate).Names;
        var places = tools.Names.Select(name =>
            (Expression?)new ConstantExpression((long)IndexOf(names, name), IntShape.Instance, follows.Place));
        var step = new TableExpression(follows.Step, places.ToValueList(), IntShape.Instance, follows.Place);
        return Call(PastMembers.KeepsTo, new NumberPlan(follows.Aggregate), key, planner.Plan(step));
    }

    private static int IndexOf(ValueList<string> names, string name)
    {
        for (var place = 0; place < names.Count; place++)
        {
            if (string.Equals(names[place], name, StringComparison.Ordinal))
                return place;
        }
        return -1;
    }
}
