using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Tests.Evaluation;

/// <summary>Parts of policy models, as short as tests can read them.</summary>
internal static class Make
{
    public static readonly SourcePlace Nowhere = new("shop/shop.airs", 0, 0, 1, 1);

    public static readonly Expression True = Constant(true, BoolShape.Instance);
    public static readonly Expression False = Constant(false, BoolShape.Instance);

    /// <summary>An expression that always fails: the greatest int plus one.</summary>
    public static readonly Expression Overflowing =
        Less(new ArithmeticExpression(ArithmeticKind.IntAdd, Int(long.MaxValue), Int(1), IntShape.Instance, Nowhere), Int(0));

    public static Expression Constant(object value, Shape shape) => new ConstantExpression(value, shape, Nowhere);

    public static Expression Int(long value) => Constant(value, IntShape.Instance);

    public static Expression Literal(string value) => Constant(value, TextShape.Instance);

    public static PathExpression Fact(string path, Shape? shape = null) =>
        new(path.Split('.').ToValueList(), shape ?? TextShape.Instance, Nowhere);

    public static Expression Item(int variable, string path = "", Shape? shape = null) =>
        new ItemExpression(
            variable,
            path.Split('.', StringSplitOptions.RemoveEmptyEntries).ToValueList(),
            shape ?? TextShape.Instance,
            Nowhere);

    public static Expression And(Expression left, Expression right) => new LogicalExpression(LogicalOperator.And, left, right, Nowhere);

    public static Expression Or(Expression left, Expression right) => new LogicalExpression(LogicalOperator.Or, left, right, Nowhere);

    public static Expression Not(Expression operand) => new NotExpression(operand, Nowhere);

    public static Expression Equal(Expression left, Expression right) => Compare(CompareOperator.Equal, left, right);

    public static Expression Less(Expression left, Expression right) => Compare(CompareOperator.Less, left, right);

    public static Expression Compare(CompareOperator comparison, Expression left, Expression right) =>
        new CompareExpression(comparison, left, right, Nowhere);

    public static Expression Coalesce(Expression optional, Expression otherwise) =>
        new CoalesceExpression(optional, otherwise, otherwise.Shape, Nowhere);

    public static Expression Arithmetic(ArithmeticKind kind, Expression left, Expression right, Shape shape) =>
        new ArithmeticExpression(kind, left, right, shape, Nowhere);

    public static Expression Quantify(QuantifierKind kind, Expression list, Expression body, int variable = 0) =>
        new QuantifierExpression(
            kind,
            variable,
            list,
            body,
            kind == QuantifierKind.Count ? IntShape.Instance : BoolShape.Instance,
            Nowhere);

    public static Expression List(Shape element, params ReadOnlySpan<Expression> items) =>
        new ListExpression(ValueList.Create(items), new ListShape(element), Nowhere);

    public static Expression Ask(string detector, DetectorQuestion question, Expression argument, Shape shape) =>
        new DetectorExpression(detector, question, argument, shape, Nowhere);

    public static EffectModel Block(string? message = null) => new FixedEffectModel(new BlockEffect(message));

    public static EffectModel Flag(string? reason = null) => new FixedEffectModel(new FlagEffect(reason));

    public static EffectModel Halt() => new FixedEffectModel(new HaltEffect(HaltScope.Session, null, null));

    public static RuleModel Rule(Expression? condition, params ReadOnlySpan<EffectModel> effects) =>
        new(0, condition, ValueList.Create(effects), Nowhere);

    public static ControlModel Control(string id, string point, RuleModel rule) => Control(id, point, [rule]);

    public static ControlModel Control(string id, string point, ValueList<RuleModel> rules, ValueList<string> tools = default) => new(
        id, null, null, [], [], false, null, Block(), [new PlacementModel(point, tools, Numbered(rules))], Nowhere);

    private static ValueList<RuleModel> Numbered(ValueList<RuleModel> rules) =>
        rules.Select((rule, i) => rule with { Ordinal = i }).ToValueList();
}
