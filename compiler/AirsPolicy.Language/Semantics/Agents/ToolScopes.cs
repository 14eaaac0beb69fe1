using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>
/// What <c>tool in agent.scope</c> means: a scope names the tool as the wire does, or names what the tool says behind <c>scope</c>. For
/// <c>tool lookup { scope "crm" }</c> that is <c>"lookup" in agent.scope or "crm" in agent.scope</c>.
/// </summary>
internal static class ToolScopes
{
    /// <summary>Whether a value is one of the declared tools.</summary>
    public static bool IsTool(Shape shape) => shape is EnumShape { Name: FactTable.ToolEnum };

    /// <summary>Whether a list of texts names a tool.</summary>
    /// <param name="tools">The declared tools, in the order of their enum.</param>
    /// <param name="tool">The tool; a text where no tool is declared.</param>
    public static Expression Names(IReadOnlyCollection<DeclaredTool> tools, Expression tool, Expression list, SourcePlace place)
    {
        if (!IsTool(tool.Shape))
            return new MembershipExpression(tool, list, place);
        var byName = Among(tools.Select(declared => declared.WireName), tool, list, place);
        return tools.All(declared => declared.Scope is null)
            ? byName
            : new LogicalExpression(
                LogicalOperator.Or,
                byName,
                Among(tools.Select(declared => declared.Scope ?? declared.WireName), tool, list, place),
                place);
    }

    /// <summary>The name of a declared tool on the wire.</summary>
    public static TableExpression WireName(IEnumerable<DeclaredTool> tools, Expression tool) =>
        ByTool(tools.Select(declared => declared.WireName), tool, tool.Place);

    private static MembershipExpression Among(IEnumerable<string> names, Expression tool, Expression list, SourcePlace place) =>
        new(ByTool(names, tool, place), list, place);

    private static TableExpression ByTool(IEnumerable<string> names, Expression tool, SourcePlace place) =>
        new(
            tool,
            names.Select(name => (Expression?)new ConstantExpression(name, TextShape.Instance, place)).ToValueList(),
            TextShape.Instance,
            place);
}
