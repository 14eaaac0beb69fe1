namespace AirsPolicy.Language.Tests.Semantics;

public class TestStepTests
{
    private const string Declarations = "tool refund { class irreversible  args { amount: int } }";

    [Theory]
    [InlineData("given tool_call refund { args: { amount: 5 } }", "Expected 'of' before the tool.")]
    [InlineData("given tool_call of refund { args: { amount: 5 } }  suppose \"x\"", "'suppose' does not begin a member of a test.")]
    [InlineData("given tool_call { args: { amount: 5 } }", "'tool_call' needs a tool: write 'given tool_call of …'.")]
    public void A_step_with_one_mistake_costs_one_diagnostic(string step, string message) =>
        Assert.Equal(message, Binding.Single(Binding.Of(Binding.Policy(Declarations, $"test \"t\" {{ {step}  expect allow }}"))).Message);
}
