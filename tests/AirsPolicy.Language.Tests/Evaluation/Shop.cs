using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;
using static AirsPolicy.Language.Tests.Evaluation.Make;

namespace AirsPolicy.Language.Tests.Evaluation;

/// <summary>A policy of two points, <c>output</c> and <c>tool_call</c>, whose facts have every shape.</summary>
internal static class Shop
{
    public const string Today = "\"now\":\"2026-06-15T10:00:00Z\",\"today\":\"2026-06-15\"";

    public static readonly EnumShape Risk = new(["low", "medium", "high", "critical"], Rising: true, "risk");
    public static readonly EnumShape Colour = new(["red", "green", "blue"], Rising: false, "colour");
    public static readonly MoneyShape Pounds = new("GBP");
    public static readonly ListShape Texts = new(TextShape.Instance);
    public static readonly RecordShape Passage = Record(
        Required("text", TextShape.Instance),
        Optional("host", TextShape.Instance),
        Required("score", ShareShape.Instance));

    private static readonly RecordShape s_output = Record(Required("text", TextShape.Instance), Optional("reasoning", TextShape.Instance));

    private static readonly RecordShape s_facts = Record(
        Required("now", InstantShape.Instance),
        Required("today", DateShape.Instance),
        Required("output", s_output),
        Required("flag", BoolShape.Instance),
        Required("number", IntShape.Instance),
        Required("factor", DecimalShape.Instance),
        Required("share", ShareShape.Instance),
        Required("price", Pounds),
        Required("wait", DurationShape.Instance),
        Required("size", SizeShape.Instance),
        Required("risk", Risk),
        Required("colour", Colour),
        Required("names", Texts),
        Required("sources", new ListShape(Passage)),
        Required("payload", AnyShape.Instance),
        Optional("note", TextShape.Instance),
        Optional("customer", Record(Required("name", TextShape.Instance), Optional("email", TextShape.Instance))));

    private static readonly ValueList<ToolLayout> s_tools =
    [
        new("look_up", "look-up", Record(Required("args", Record(Required("query", TextShape.Instance))))),
        new("refund", "refund", Record(Required("args", Record(Required("amount", Pounds), Optional("reason", TextShape.Instance))))),
    ];

    private static readonly EnumShape s_toolNames = new(["look-up", "refund"], Rising: false, "tool");

    public static readonly PolicyModel Empty = new(
        "shop", null, true, null, GovernanceModel.None,
        [
            new PointLayout("output", s_facts, ["output", "text"], []),
            new PointLayout(
                "tool_call",
                Record(
                    Required("now", InstantShape.Instance),
                    Required("today", DateShape.Instance),
                    Required("tool", s_toolNames),
                    Required("flag", BoolShape.Instance)),
                [],
                s_tools),
        ],
        [new("look_up", "look-up", null, "read_only", [], [], [], null), new("refund", "refund", null, "irreversible", [], [], [], null)],
        null, [], [], [], [], [], [], [], [], [], [], []);

    public static PolicyModel With(params ReadOnlySpan<ControlModel> controls) => Empty with { Controls = ValueList.Create(controls) };

    public static PolicyModel Detecting(DetectorDefinition detector, ControlModel control) =>
        Empty with
        {
            Detectors = [detector],
            Controls = [control],
        };

    /// <summary>The decision at <c>output</c>; <paramref name="facts"/> are the members of the object.</summary>
    public static Decision AtOutput(PolicyModel model, string facts = "") => Decide(model, "output", facts);

    public static Decision Decide(PolicyModel model, string point, string facts) =>
        new PolicyInterpreter(model).Decide(point, Json(facts));

    /// <summary>The decision of <c>when condition then flag</c>, whose control blocks on error.</summary>
    public static Decision Decide(Expression condition, string facts = "") =>
        AtOutput(With(Control("shop.rule", "output", Rule(condition, Flag()))), facts);

    public static bool Truth(Expression condition, string facts = "")
    {
        var decision = Decide(condition, facts);
        Assert.Null(decision.Failure);
        Assert.All(decision.Fired, rule => Assert.Null(rule.Failure));
        return decision.Outcome == Outcome.Flag;
    }

    public static Failure FailureOf(Expression condition, string facts = "")
    {
        var decision = Decide(condition, facts);
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Null(decision.Failure);
        return Assert.Single(decision.Fired).Failure!;
    }

    public static string Json(string facts) => facts.Length == 0 ? $"{{{Today}}}" : $"{{{Today},{facts}}}";

    private static RecordShape Record(params ReadOnlySpan<ShapeMember> members) => new(ValueList.Create(members), Open: true);

    private static ShapeMember Required(string name, Shape shape) => new(name, name, shape);

    private static ShapeMember Optional(string name, Shape shape) => new(name, name, shape, Optional: true);
}
