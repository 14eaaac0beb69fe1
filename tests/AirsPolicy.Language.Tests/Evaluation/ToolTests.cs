using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class ToolTests
{
    private static readonly Model.ControlModel s_expensive =
        Control("shop.expensive", "tool_call", [Rule(Make.Less(Constant(100m, Pounds), Fact("args.amount", Pounds)), Block())], ["refund"]);

    private static readonly Model.ControlModel s_everywhere = Control(
        "shop.everywhere",
        "tool_call",
        Rule(Fact("flag", BoolShape.Instance), Flag()));

    [Fact]
    public void A_control_of_a_tool_stands_at_that_tool_alone_and_reads_its_arguments()
    {
        var model = With(s_everywhere, s_expensive);
        Assert.Equal(Outcome.Block, Decide(model, "tool_call", "\"tool\":\"refund\",\"flag\":false,\"args\":{\"amount\":100.01}").Outcome);
        Assert.Equal(Outcome.Allow, Decide(model, "tool_call", "\"tool\":\"refund\",\"flag\":false,\"args\":{\"amount\":100}").Outcome);
        Assert.Equal(Outcome.Flag, Decide(model, "tool_call", "\"tool\":\"look-up\",\"flag\":true,\"args\":{\"query\":\"x\"}").Outcome);
    }

    [Fact]
    public void Missing_arguments_fail_only_the_tool_whose_rules_read_them()
    {
        var model = With(s_expensive);
        Assert.Equal(FailureKind.MissingFact, Assert.Single(Decide(model, "tool_call", "\"tool\":\"refund\"").Fired).Failure?.Kind);
        Assert.Equal(Outcome.Allow, Decide(model, "tool_call", "\"tool\":\"look-up\"").Outcome);
    }

    [Fact]
    public void Whole_arguments_are_those_of_the_tool_at_hand()
    {
        var size = new CallExpression("size.record", [Fact("args", new RecordShape([], Open: true))], SizeShape.Instance, Nowhere);
        var large = Control(
            "shop.large",
            "tool_call",
            [Rule(Make.Less(Constant(20L, SizeShape.Instance), size), Block())],
            ["refund", "look_up"]);
        Assert.Equal(Outcome.Allow, Decide(With(large), "tool_call", "\"tool\":\"look-up\",\"args\":{\"query\":\"x\"}").Outcome);
        Assert.Equal(
            Outcome.Block,
            Decide(With(large), "tool_call", "\"tool\":\"look-up\",\"args\":{\"query\":\"more than twenty bytes\"}").Outcome);
    }

    [Fact]
    public void A_tool_that_is_not_declared_is_blocked_whatever_the_postures()
    {
        var model = With(s_everywhere with { OnError = Flag() });
        var decision = Decide(model, "tool_call", "\"tool\":\"rm\",\"flag\":false");
        Assert.Equal((Outcome.Block, FailureKind.Unknown), (decision.Outcome, decision.Failure!.Kind));
        Assert.Equal(Outcome.Block, Decide(model, "tool_call", "\"flag\":false").Outcome);
    }
}
