using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests.Models;

/// <summary>Policies that several tests compile.</summary>
internal static class TestPolicies
{
    public const string Facts =
        """
        {"request":{"id":"theirs"},"user":{"id":"u1","roles":["clerk"]},"level":"low","channel":"web","turns":1,"amount":10,"price":20,
         "risk":0.1,"flagged":false,"input":{"text":"hello"},"items":[]}
        """;

    /// <summary>Blocks amounts above a bound.</summary>
    public static PolicyModel Bounded(decimal bound) => Policy(
        TestFacts.Input, Control("t.amount", TestFacts.Input, When(Above("amount", bound), Block("Too much.")))) with
    {
        Sources = [new SourceModel(Make.File, "policy test.policy\n")],
    };

    /// <summary>Says when it has passed a day or seen a request id of its own.</summary>
    public static PolicyModel OfTheHost(long day) => Policy(
        TestFacts.Input,
        Control("t.day", TestFacts.Input, When(Above("today", day), Flag)),
        Control("t.id", TestFacts.Input, When(Equal("request.id", "theirs"), Block())));

    /// <summary>One of everything that emission writes.</summary>
    public static PolicyModel Wide()
    {
        var transfer = TestFacts.Tool(
            "transfer",
            TestFacts.Member("amount", DecimalShape.Instance),
            TestFacts.Member("to", TextShape.Instance));
        var search = TestFacts.Tool("search", TestFacts.Member("query", TextShape.Instance));
        var call = TestFacts.ToolCall(search, transfer);
        var controls = new List<ControlModel>
        {
            Control(
                "w.arithmetic",
                TestFacts.Input,
                When(
                    Compare(
                        new ArithmeticExpression(ArithmeticKind.IntMultiply, Fact("turns"), Value(3), IntShape.Instance, Place()),
                        CompareOperator.Greater,
                        Value(30)),
                    Flag)),
            Control(
                "w.coalesce",
                TestFacts.Input,
                When(
                    Compare(
                        new CoalesceExpression(Fact("note"), Value("none"), TextShape.Instance, Place()),
                        CompareOperator.Equal,
                        Value("none")),
                    Flag)),
            Control("w.optional", TestFacts.Input, When(And(Has("order"), Above("order.total", 5m)), Flag)),
            Control(
                "w.quantified",
                TestFacts.Input,
                When(
                    new QuantifierExpression(
                        QuantifierKind.Any,
                        0,
                        Fact("items"),
                        Compare(new ItemExpression(0, ["count"], IntShape.Instance, Place()), CompareOperator.Greater, Value(2)),
                        BoolShape.Instance,
                        Place()),
                    Flag)),
            Control("w.matched", TestFacts.Input, When(new MatchesExpression(Fact("input.text"), "he(l+)o", false, Place()), Flag)),
            Control(
                "w.converted",
                TestFacts.Input,
                When(
                    Compare(
                        new ConvertExpression(Fact("turns"), DecimalShape.Instance, Place()),
                        CompareOperator.GreaterOrEqual,
                        Fact("amount")),
                    Flag)),
            Control(
                "w.listed",
                TestFacts.Input,
                When(
                    new MembershipExpression(
                        Fact("user.id"),
                        new ListExpression([Value("a"), Value("b")], TestFacts.Texts, Place()),
                        Place()),
                    Flag)),
            Control(
                "w.decimals",
                TestFacts.Input,
                When(
                    new MembershipExpression(
                        Fact("amount"),
                        new ListExpression([Value(1m), Value(2.50m)], new ListShape(DecimalShape.Instance), Place()),
                        Place()),
                    Flag)),
            Control(
                "w.tabled",
                TestFacts.Input,
                When(
                    Compare(
                        Fact("amount"),
                        CompareOperator.Greater,
                        new TableExpression(Fact("level"), [Value(1000m), null, Value(10m)], DecimalShape.Instance, Place())),
                    Block())),
            Control("w.tool", call, ["transfer"], When(Compare(Fact(call, "args.amount"), CompareOperator.Greater, Value(0m)), Flag)),
        };
        for (var i = 0; i < 40; i++)
            controls.Add(Control($"w.role{i:00}", TestFacts.Input, When(And(HasRole($"role{i}"), Above("turns", i)), Flag)));
        return Policy([TestFacts.Input, call], controls.ToValueList());
    }
}
