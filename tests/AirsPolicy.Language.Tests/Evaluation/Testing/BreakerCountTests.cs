using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Evaluation.Testing;

/// <summary>Closing a breaker begins a new count, by the tests of policies: the trace, and the machines of the runtime beside it.</summary>
public sealed class BreakerCountTests
{
    [Fact]
    public void A_closed_breaker_stays_closed_when_the_next_request_is_allowed() => Passes(
        """
        breaker one { per user  trip when count of refused input per user within 1h >= 3  open for 1m  probe 2 }
        control words { at input  when text contains "bad" then block }
        test "refusals from before it was closed count no more" {
          repeat 3 { given input "bad"  expect block by words }
          expect breaker.one.open
          advance 1m
          repeat 2 { given input "fine"  expect allow }
          given input "fine"  expect allow, not breaker.one.open
          repeat 2 { given input "bad"  expect block by words, not breaker.one.open }
          given input "bad"  expect block by words, breaker.one.open
        }
        """);

    [Fact]
    public void Requests_that_tried_a_breaker_count_no_more_once_it_is_closed() => Passes(
        """
        breaker one { per user  trip when count of input per user within 1h >= 3  open for 1m  probe 2 }
        test "two tries and one more are not three" {
          repeat 3 { given input "fine" }
          expect breaker.one.open
          advance 1m
          repeat 3 { given input "fine"  expect allow }
          expect not breaker.one.open
        }
        """);

    [Fact]
    public void A_breaker_that_a_person_closes_counts_anew_for_all_keys_of_the_system() => Passes(
        """
        breaker everybody { per system  trip when count of refused input per user within 1h >= 2  open for 1m  close by "lead" }
        control words { at input  when text contains "bad" then block }
        test "one user opened it, and another had come near" {
          given input "bad" { user: { id: "other" } }  expect not breaker.everybody.open
          repeat 2 { given input "bad" }
          expect breaker.everybody.open
          recover by "lead"  expect allow
          given input "bad" { user: { id: "other" } }  expect block by words, not breaker.everybody.open
          given input "bad" { user: { id: "other" } }  expect block by words, breaker.everybody.open
        }
        """);

    [Fact]
    public void Closing_for_one_user_leaves_what_is_counted_for_another() => Passes(
        """
        breaker one { per user  trip when count of refused input per user, session within 1h >= 2  open for 1m  probe 1 }
        control words { at input  when text contains "bad" then block }
        test "the other is one refusal away, and stays so" {
          given input "bad" { user: { id: "other" } }
          repeat 2 { given input "bad" }
          advance 1m
          given input "fine"  expect allow, not breaker.one.open
          given input "bad" { user: { id: "other" } }  expect breaker.one.open
        }
        """);

    [Fact]
    public void A_hold_that_is_refused_after_closing_is_in_the_new_count() => Passes(
        """
        queue people { sla 10m  reviewers "staff" }
        breaker one { per user  trip when count of refused input per user within 1h >= 2  open for 1m  probe 1 }
        control words { at input  when text contains "bad" then block  when text contains "ask" then hold for people }
        test "silence refuses it later" {
          given input "ask"  expect hold
          repeat 2 { given input "bad" }
          expect breaker.one.open
          advance 1m
          given input "fine"  expect allow, not breaker.one.open
          advance 10m
          given input "bad"  expect block, breaker.one.open
        }
        """);

    private static void Passes(string declarations)
    {
        var results = new PolicyTestRunner(Binding.Model(Binding.Policy(declarations))).Run();
        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(result => result.Findings).Select(finding => $"{finding.Place.Line}: {finding.Message}"));
    }
}
