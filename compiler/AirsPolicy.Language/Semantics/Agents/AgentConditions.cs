using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Agents;

/// <summary>The conditions that agents are restricted by, written as expressions of the language would be.</summary>
/// <param name="place">The declaration that they come from.</param>
internal sealed class AgentConditions(SourcePlace place)
{
    public Expression Agent => Path(FactShapes.TextValue, "agent", "id");

    public Expression Kind => Path(FactShapes.TextValue, "agent", "kind");

    public Expression To => Path(FactShapes.TextValue, "to");

    public Expression Chain => Path(FactShapes.Texts, "agent", "chain");

    public Expression Run => Path(FactShapes.TextValue, "run", "id");

    public Expression Tool(Shape tools) => Path(tools, "tool");

    /// <summary>Whether a step keeps to an order in the run at hand.</summary>
    public FollowsExpression Follows(int order, Expression step) => new FollowsExpression(order, [Run], step, place);

    public Expression Join(Expression left, Expression right) => new ConcatExpression(left, right, place);

    public Expression Text(string text) => new ConstantExpression(text, TextShape.Instance, place);

    public Expression Equal(Expression left, Expression right) => new CompareExpression(CompareOperator.Equal, left, right, place);

    public Expression Not(Expression condition) => new NotExpression(condition, place);

    public Expression And(Expression left, Expression right) => new LogicalExpression(LogicalOperator.And, left, right, place);

    public Expression Or(Expression left, Expression right) => new LogicalExpression(LogicalOperator.Or, left, right, place);

    public Expression In(Expression item, Expression list) => new MembershipExpression(item, list, place);

    /// <summary>Whether a text is one of some; false where there are none.</summary>
    public Expression OneOf(Expression text, IEnumerable<string> names) =>
        In(text, List(TextShape.Instance, names.Select(name => (object)name)));

    /// <summary>Whether a text is none of some; true where there are none.</summary>
    public Expression NoneOf(Expression text, IEnumerable<string> names) => Not(OneOf(text, names));

    /// <summary>Whether the tool is none of those with these numbers.</summary>
    public Expression NoToolOf(Shape tools, IEnumerable<int> numbers) =>
        Not(In(Path(tools, "tool"), List(tools, numbers.Select(number => (object)(long)number))));

    /// <summary>Whether the chain that the work is handed on in is that deep already.</summary>
    public Expression AsDeepAs(int depth) =>
        new CompareExpression(
            CompareOperator.GreaterOrEqual,
            Path(FactShapes.Int, "agent", "depth"),
            new ConstantExpression((long)depth, IntShape.Instance, place),
            place);

    /// <summary>Whether some text of a list is none of those in another.</summary>
    public Expression AnyOutside(Expression list, Func<Expression, Expression> isOutside) =>
        new QuantifierExpression(
            QuantifierKind.Any,
            0,
            list,
            isOutside(new ItemExpression(0, [], TextShape.Instance, place)),
            BoolShape.Instance,
            place);

    /// <summary>Whether the agent works for another and its scope does not name the tool.</summary>
    public Expression OutsideScope(IReadOnlyCollection<DeclaredTool> declared, Shape tools) => And(
        new CompareExpression(CompareOperator.NotEqual, Chain, List(TextShape.Instance, []), place),
        Not(ToolScopes.Names(declared, Tool(tools), Path(FactShapes.Texts, "agent", "scope"), place)));

    /// <summary>Whether more is asked for than the agent may do itself.</summary>
    public Expression WiderScope() =>
        AnyOutside(Path(FactShapes.Texts, "scope"), part => Not(In(part, Path(FactShapes.Texts, "agent", "scope"))));

    private ListExpression List(Shape element, IEnumerable<object> values) =>
        new(values.Select(value => (Expression)new ConstantExpression(value, element, place)).ToValueList(), new ListShape(element), place);

    private PathExpression Path(Shape shape, params string[] names) => new(names.ToValueList(), shape, place);
}
