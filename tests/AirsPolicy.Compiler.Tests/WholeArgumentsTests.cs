using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests;

public sealed class WholeArgumentsTests
{
    [Theory]
    [InlineData(0, "args.query", "hello", Outcome.Allow)]
    [InlineData(0, "args.query", "hello, hello, hello", Outcome.Flag)]
    [InlineData(1, "args.to", "hello", Outcome.Allow)]
    [InlineData(1, "args.to", "hello, hello, hello", Outcome.Flag)]
    [InlineData(2, "args", "\"hello\"", Outcome.Allow)]
    [InlineData(2, "args", "[\"hello, hello, hello\"]", Outcome.Flag)]
    public void A_rule_at_several_tools_takes_the_arguments_of_each_as_they_are(int tool, string argument, string text, Outcome outcome)
    {
        // The binder gives whole arguments of several tools as a record of which nothing is known.
        var whole = new PathExpression(["args"], new RecordShape([], Open: true), Place());
        var size = new CallExpression("size.record", [whole], SizeShape.Instance, Place());
        var call = TestFacts.ToolCall(
            TestFacts.Tool("search", TestFacts.Member("query", TextShape.Instance)),
            TestFacts.Tool("transfer", TestFacts.Member("to", TextShape.Instance)),
            new ToolLayout("open", "open", new RecordShape([TestFacts.Member("args", AnyShape.Instance, optional: true)])));
        var model = Policy(
            [call],
            [
                Control(
                    "t.large",
                    call,
                    ["search", "transfer", "open"],
                    When(Compare(size, CompareOperator.Greater, new ConstantExpression(20L, SizeShape.Instance, Place())), Flag)),
            ]
        );
        FrameBuilder Facts() => FrameBuilder.Full(call, call.Tools[tool]).Set("tool", tool).Set(argument, text);

        var decision = new Loaded(model).Decide(Facts(), "tool_call");

        Assert.Equal(outcome, decision.Outcome);
        Assert.Null(decision.Failure);
        Assert.Equal(new PolicyInterpreter(model).Decide("tool_call", Facts().Frame), decision);
    }
}
