using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests.Compilation;

public sealed class StackTraceTests
{
    [Fact]
    public void An_exception_inside_a_policy_names_the_line_of_the_rule()
    {
        var policy = new Loaded(Policy(
            TestFacts.Input,
            Control("t.first", TestFacts.Input, RuleAt(7, Above("turns", 5L))),
            Control("t.second", TestFacts.Input, RuleAt(42, Equal("input.text", "x"))))).Policy;
        // The slot of a text holds the place of characters that the frame does not have.
        var facts = FrameBuilder.Input().Set("input.text", Handle.Of(1_000_000, 1));

        var fault = Assert.ThrowsAny<Exception>(() => policy.Evaluate(0, facts.Frame, policy.NewEvaluation()));

        Assert.Contains($"{Make.File}:line 42", fault.StackTrace, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Make.File}:line 7", fault.StackTrace, StringComparison.Ordinal);
    }

    private static RuleModel RuleAt(int line, Language.Model.Expressions.Expression condition) => new(0, condition, [Flag], Place(line, 3));
}
