using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Compiler.Tests.Models;

/// <summary>Builds policy models as the binder gives them.</summary>
internal static class Make
{
    public const string File = "test/policy.airs";

    public static SourcePlace Place(int line = 1, int column = 1) => new(File, 0, 1, line, column);

    public static PolicyModel Policy(PointLayout layout, params ReadOnlySpan<ControlModel> controls) =>
        Policy([layout], ValueList.Create(controls));

    public static PolicyModel Policy(ValueList<PointLayout> layouts, ValueList<ControlModel> controls) => new(
        "test.policy", "1.0", true, null, GovernanceModel.None, layouts, [], null, [], [],
        controls.OrderBy(c => c.Id, StringComparer.Ordinal).ToValueList(), [], [], [], [], [], [], [], []);

    public static ControlModel Control(string id, PointLayout layout, params ReadOnlySpan<RuleModel> rules) =>
        Control(id, layout, [], rules);

    public static ControlModel Control(string id, PointLayout layout, ValueList<string> tools, params ReadOnlySpan<RuleModel> rules) => new(
        id, null, null, [], [], false, null, new FixedEffectModel(new BlockEffect("error")),
        [new PlacementModel(layout.Point, tools, ValueList.Create(rules))], Place());

    public static RuleModel When(Expression? condition, params ReadOnlySpan<EffectModel> effects) =>
        new(0, condition, ValueList.Create(effects), condition?.Place ?? Place());

    public static EffectModel Block(string? message = null) => new FixedEffectModel(new BlockEffect(message));

    public static EffectModel Flag => new FixedEffectModel(new FlagEffect(null));

    public static Expression Fact(PointLayout layout, string path)
    {
        var names = path.Split('.').ToValueList();
        var found = SlotLayout.Find(layout.Facts, names.AsSpan());
        foreach (var tool in layout.Tools)
            found ??= SlotLayout.Find(tool.Facts, names.AsSpan());
        return new PathExpression(names, found!.Value.Shape, Place());
    }

    public static Expression Fact(string path) => Fact(TestFacts.Input, path);

    public static Expression Value(object value) => value switch
    {
        bool => new ConstantExpression(value, BoolShape.Instance, Place()),
        int number => new ConstantExpression((long)number, IntShape.Instance, Place()),
        long => new ConstantExpression(value, IntShape.Instance, Place()),
        decimal => new ConstantExpression(value, DecimalShape.Instance, Place()),
        string => new ConstantExpression(value, TextShape.Instance, Place()),
        _ => throw new ArgumentException("No constant is of that type.", nameof(value)),
    };

    public static Expression Compare(Expression left, CompareOperator comparison, Expression right) =>
        new CompareExpression(comparison, left, right, Place());

    public static Expression Equal(string path, object value) => Compare(Fact(path), CompareOperator.Equal, Value(value));

    public static Expression Above(string path, object value) => Compare(Fact(path), CompareOperator.Greater, Value(value));

    public static Expression And(Expression left, Expression right) => new LogicalExpression(LogicalOperator.And, left, right, Place());

    public static Expression Or(Expression left, Expression right) => new LogicalExpression(LogicalOperator.Or, left, right, Place());

    public static Expression Not(Expression operand) => new NotExpression(operand, Place());

    public static Expression Has(string path) => new HasExpression(Fact(path), Place());

    public static Expression HasRole(string role) => new MembershipExpression(Value(role), Fact("user.roles"), Place());
}
