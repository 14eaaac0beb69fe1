using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Evaluation.Testing;

/// <summary>Ends of sessions, by the tests of policies: the trace, and the state machines of the runtime beside it.</summary>
public sealed class SessionEndTests
{
    private const string Policy =
        """
        queue people { sla 15m  reviewers "staff" }
        tool read_inbox { class read_only }
        label outside { from read_inbox }
        limit questions 2 per session at input
        control no_keys { at input  when text contains "key" then halt session for 1h }
        control counted { at output  when count of output per session >= 1 then flag }
        control labelled { at output  when "outside" in session.labels then block }
        control closing {
          at session
          when session.event == "ends" and user.id == "thief" then block
          when session.event == "ends" and user.id == "guest" then hold for people
        }
        """;

    [Fact]
    public void An_end_that_is_allowed_forgets_counts_limits_and_labels() => Passes(
        """
        test "ends" {
          repeat 2 { given input "x"  expect allow }
          given input "x"  expect block
          given tool_result of read_inbox { result_text: "mail" }
          given output "x"  expect block by labelled
          given session { session_event: "ends" }  expect allow
          given output "x"  expect allow
          given output "x"  expect flag
          repeat 2 { given input "x"  expect allow }
          given input "x"  expect block
        }
        """);

    [Theory]
    [InlineData("""{ user: { id: "thief" }, session_event: "ends" }""", "block")]
    [InlineData("""{ user: { id: "guest" }, session_event: "ends" }""", "hold")]
    [InlineData("""{ session_event: "timer" }""", "allow")]
    [InlineData("""{ session: { id: "another" }, session_event: "ends" }""", "allow")]
    public void An_end_that_is_refused_waits_or_is_of_another_session_forgets_nothing(string facts, string outcome) => Passes(
        $$"""
        test "goes on" {
          repeat 2 { given input "x"  expect allow }
          given tool_result of read_inbox { result_text: "mail" }
          given session {{facts}}  expect {{outcome}}
          given output "x"  expect block by labelled
          given input "x"  expect block
        }
        """);

    [Fact]
    public void A_held_end_that_people_approve_ends_the_session() => Passes(
        """
        test "approved" {
          repeat 2 { given input "x"  expect allow }
          given session { user: { id: "guest" }, session_event: "ends" }  expect hold
          given input "x"  expect block
          queue people approves
          given input "x"  expect allow
        }
        """);

    [Fact]
    public void The_end_of_a_halted_session_is_halted_and_the_halt_stands() => Passes(
        """
        test "halted" {
          given input "key"  expect halt by no_keys
          given session { session_event: "ends" }  expect halt by no_keys
          given input "x"  expect halt by no_keys
          advance 1h
          given session { session_event: "ends" }  expect allow
          given input "x"  expect allow
        }
        """);

    private static void Passes(string test)
    {
        var results = new PolicyTestRunner(Binding.Model(Binding.Policy(Policy, test))).Run();
        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(result => result.Findings).Select(finding => $"{finding.Place.Line}: {finding.Message}"));
    }
}
