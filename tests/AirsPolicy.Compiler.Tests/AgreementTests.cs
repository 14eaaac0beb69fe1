using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Compiler.Tests;

public sealed class AgreementTests
{
    [Fact]
    public void Compiled_code_decides_as_the_interpreter_does_on_every_kind_of_condition()
    {
        var model = TestPolicies.Wide();
        var compiled = new Loaded(model);
        var interpreter = new PolicyInterpreter(model);
        Func<FrameBuilder>[] frames =
        [
            FrameBuilder.Input,
            () => FrameBuilder.Input().Set("turns", 11L),
            () => FrameBuilder.Input().Set("turns", long.MaxValue),
            () => FrameBuilder.Input().Set("note", "none"),
            () => FrameBuilder.Input().Set("note", "some"),
            () => FrameBuilder.Input().Set("order.id", "o").Set("order.total", 6m),
            () => FrameBuilder.Input().SetItems(("a", 1, null), ("b", 3, 2m)),
            () => FrameBuilder.Input().Set("amount", 2.5m).Set("user.id", "b"),
            () => FrameBuilder.Input().Set("amount", 500m).Set("level", 1L),
            () => FrameBuilder.Input().Set("amount", 500m).Set("level", 2L),
            () => FrameBuilder.Input().SetTexts("user.roles", "role3", "role17", "role3", "none").Set("turns", 10L),
            () => FrameBuilder.Input().Clear("amount"),
            () => FrameBuilder.Input().Clear("user.roles"),
        ];

        var above = 0;
        foreach (var frame in frames)
        {
            var expected = interpreter.Decide("input", frame().Frame);
            Assert.Equal(expected, compiled.Decide(frame()));
            above += expected.Outcome > Outcome.Allow ? 1 : 0;
        }
        Assert.True(above > frames.Length / 2);
    }

    [Fact]
    public void A_rule_confined_to_a_tool_is_asked_for_that_tool_alone()
    {
        var model = TestPolicies.Wide();
        var compiled = new Loaded(model);
        var interpreter = new PolicyInterpreter(model);
        var call = model.Layouts[1];
        foreach (var (tool, fired) in new[] { (0L, 0), (1L, 1) })
        {
            FrameBuilder Facts() =>
                FrameBuilder.Full(call, call.Tools[(int)tool]).Set("tool", tool).Set(tool == 0 ? "args.query" : "args.to", "x");
            FrameBuilder Complete() => tool == 0 ? Facts() : Facts().Set("args.amount", 1m);
            var decision = compiled.Decide(Complete(), "tool_call");

            Assert.Equal(fired, decision.Fired.Count);
            Assert.Equal(interpreter.Decide("tool_call", Complete().Frame), decision);
            Assert.Equal(interpreter.Decide("tool_call", Facts().Frame), compiled.Decide(Facts(), "tool_call"));
        }
        Assert.Equal(FailureKind.Unknown, compiled.Decide(FrameBuilder.Full(call).Set("tool", 7L), "tool_call").Failure!.Kind);
    }
}
