using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Evaluation.Testing;

/// <summary>A test shows what a policy does where everything it needs is there; where it shows a failure it says so.</summary>
public sealed class UnaskedFailureTests
{
    private const string Policy =
        """
        queue people { sla 15m  reviewers "staff" }
        fact risk: share at input
        control c { at input  when risk > 50% then block "No."  when length(text) > 20 then flag }
        control told { at output  on error notify "ops"  when agent.id == "x" then flag }
        """;

    [Theory]
    [InlineData("given input \"x\"  expect block by c")]
    [InlineData("given input \"x\"  expect outcome >= flag")]
    [InlineData("given input \"x\"  expect fired contains c")]
    [InlineData("given input \"x\"  expect block, not failed")]
    [InlineData("given output \"x\"  expect notified contains \"ops\"")]
    public void An_expectation_that_holds_only_because_something_failed_fails_the_test(string steps) =>
        Assert.Contains(
            Findings(steps),
            finding => finding.StartsWith("This holds only because something failed: The fact '", StringComparison.Ordinal));

    [Theory]
    [InlineData("given input \"x\"  expect block by c, errors != []")]
    [InlineData("given input \"x\"  expect block  expect block by c, errors contains \"The fact 'risk' is missing.\"")]
    [InlineData("given output \"x\"  expect notified contains \"ops\", errors != []")]
    public void A_test_asks_for_a_failure_by_what_it_expects_of_errors(string steps) =>
        Assert.DoesNotContain(Findings(steps), finding => !finding.StartsWith("This holds only", StringComparison.Ordinal));

    [Theory]
    [InlineData("given input \"x\" { risk: 60% }  expect block by c saying \"No.\", not failed")]
    [InlineData("given input \"This is a long question.\" { risk: 60% }  expect block by c")]
    [InlineData("given output \"x\"  expect allow")]
    public void What_holds_without_the_failure_as_well_is_met(string steps) => Assert.Empty(Findings(steps));

    [Fact]
    public void A_request_that_is_decided_by_a_failure_fails_the_test_though_nothing_is_expected_of_it() => Assert.Contains(
        Findings("given input \"x\"  given output \"x\"  expect allow"),
        finding => finding.StartsWith("This request is decided only by what failed: The fact 'risk' is missing", StringComparison.Ordinal));

    [Fact]
    public void A_breaker_that_trips_since_nobody_can_tell_is_a_failure() =>
        Assert.Contains(
            Findings(
                "given input \"x\" { risk: 0% }  expect allow, breaker.b.open",
                "fact score: share at input  breaker b { per user  trip when count of input i where i.score > 10% per user within 1h >= " +
                "5  open for 5m  probe 1 }"
            ),
            finding =>
                finding.StartsWith(
                    "This request is decided only by what failed: What happened before cannot be told",
                    StringComparison.Ordinal));

    [Fact]
    public void People_who_refuse_what_a_failure_held_do_not_make_it_right() =>
        Assert.Contains(
            Findings(
                "given commit  queue people refuses  expect block",
                "control h { at commit  on error hold for people  when run.failed then flag }"),
            finding => finding.StartsWith("This holds only because something failed", StringComparison.Ordinal));

    [Fact]
    public void A_judge_that_the_test_lets_fail_is_a_failure_that_it_asks_for()
    {
        const string judge =
            "judge j { model \"m\" from \"p\"  at output  timing inline  prompt \"{{ text }}\"  returns { ok: bool }  when not ok then " +
            "block }";
        Assert.Empty(Findings("given output \"x\"  judge j fails  expect block by j", judge));
        Assert.NotEmpty(Findings("given output \"x\"  expect block by j", judge));
    }

    [Fact]
    public void A_test_is_not_given_what_only_some_hosts_give()
    {
        const string rules = "control r { at output  when agent.id == \"x\" or run.id == \"x\" or pace.judge >= alternate then flag }";
        Assert.NotEmpty(Findings("given output \"x\"  expect outcome >= block", rules));
        Assert.NotEmpty(Findings("given output \"x\" { agent: { id: \"y\" } }  expect allow", rules));
        Assert.Empty(Findings("given output \"x\" { agent: { id: \"y\" }, pace: { judge: primary } }  expect allow", rules));
        Assert.Empty(Findings("given output \"x\" { run: { id: \"y\" }, pace: { judge: alternate } }  expect flag by r", rules));
    }

    [Theory]
    [InlineData("given input \"x\"  expect allow", "Add to the 'given': { risk: … }; 'risk' is a share.")]
    [InlineData("given input \"x\"  expect block by c", "Add to the 'given': { risk: … }; 'risk' is a share.")]
    [InlineData(
        "given input \"x\"  given tool_call of pay { args: { amount: 1 EUR } }  expect allow",
        "Add to the 'given': { risk: … }; 'risk' is a share."
    )]
    [InlineData(
        "given output \"x\" { order: { id: \"o\" } }  expect allow",
        "Add to the 'given': { agent: { depth: …, id: … }, order: { state: … } }; 'agent.depth' is a whole number, 'agent.id' is a " +
        "text, 'order.state' is one of [open, paid]."
    )]
    [InlineData(
        "given tool_call of pay { args: {} }  expect allow",
        "Add to the 'given': { args: { amount: … } }; 'args.amount' is an amount in EUR."
    )]
    public void A_test_is_told_what_its_request_lacks(string steps, string told) =>
        Assert.Contains(Findings(steps, Orders), finding => finding.EndsWith(told, StringComparison.Ordinal));

    [Theory]
    [InlineData("given input \"x\" { risk: 60% }  expect allow")]
    [InlineData("given output \"x\" { agent: { id: \"y\" }, order: { state: paid } }  expect block")]
    [InlineData("given tool_call of pay { args: { amount: 9 EUR } }  expect allow")]
    [InlineData("given message \"x\"  expect allow")]
    public void A_test_whose_request_lacks_nothing_that_it_could_say_is_told_nothing_to_add(string steps) =>
        Assert.DoesNotContain(Findings(steps, Orders), finding => finding.Contains("Add to the 'given'", StringComparison.Ordinal));

    private const string Orders =
        """
        fact order: { id: text, state: one of [open, paid] } at output
        control orders { at output  when order.state == paid and agent.depth > 3 then flag }
        control reads_a_layer { at message  when pace.human >= alternate then flag }
        tool pay { class irreversible  args { amount: money EUR }  when args.amount < 0 EUR then block  when args.amount > 5 EUR then block }
        """;

    private static string[] Findings(string steps, string declarations = "") =>
    [
        .. new PolicyTestRunner(Binding.Model(Binding.Policy(Policy, declarations, $$"""test "t" { {{steps}} }"""))).Run()
            .SelectMany(result => result.Findings).Select(finding => finding.Message),
    ];
}
