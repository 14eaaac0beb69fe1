using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Evaluation.Testing;

/// <summary>What counts over time, by the tests of policies: the trace, and the state machines of the runtime beside it.</summary>
public sealed class PastTests
{
    private const string Tools =
        """
        queue people { sla 15m  reviewers "staff" }
        tool read_inbox { class read_only }
        tool pay { class irreversible  args { amount: money GBP, to: text } }
        """;

    [Fact]
    public void A_count_is_of_what_went_on_within_the_window() => Passes(
        """
        control c { at input  when count of input per user within 1h >= 2 then block  when text contains "bad" then block }
        test "third within the hour" {
          given input "bad"  expect block
          given input "x"  expect allow
          advance 30m
          given input "x"  expect allow
          given input "x"  expect block
          given input "x" { user: { id: "other" } }  expect allow
          advance 30m
          given input "x"  expect allow
        }
        """);

    [Fact]
    public void Refused_events_are_those_that_did_not_go_on() =>
        Passes(
            """
            control c { at input  when text contains "bad" then block  when count of refused input per session within 10m >= 3 then halt session }
            test "three strikes" {
              repeat 3 { given input "bad"  expect block }
              given input "fine"  expect halt
              given input "fine" { session: { id: "s2" } }  expect allow
            }
            """
        );

    [Fact]
    public void What_was_read_before_holds_what_is_done_after() => Passes(
        """
        control c { at tool_call of pay  when earlier tool_call c where c.tool == read_inbox per session within 10m then hold for people }
        test "inbox before payment" {
          given tool_call of pay { args: { amount: 1 GBP, to: "a" } }  expect allow
          given tool_call of read_inbox  expect allow
          given tool_call of pay { args: { amount: 1 GBP, to: "a" } }  expect hold
          advance 10m
          given tool_call of pay { args: { amount: 1 GBP, to: "a" } }  expect allow
        }
        """);

    [Fact]
    public void Keys_tell_recipients_apart_and_sums_are_exact() => Passes(
        """
        control c {
          at tool_call of pay
          when count of tool_call c where c.args.to == args.to per session within 24h >= 2 then block "twice"
          when sum of c.args.amount over tool_call c per user within 24h + args.amount > 500.10 GBP then hold for people
        }
        test "recipients" {
          repeat 2 { given tool_call of pay { args: { amount: 0.05 GBP, to: "a" } }  expect allow }
          given tool_call of pay { args: { amount: 0.05 GBP, to: "a" } }  expect block saying "twice"
          given tool_call of pay { args: { amount: 500 GBP, to: "b" } }  expect allow
          given tool_call of pay { args: { amount: 0.01 GBP, to: "b" } }  expect hold
        }
        """);

    [Fact]
    public void Silence_refuses_a_hold_and_it_counts_as_refused_from_then_on() =>
        Passes(
            """
            control c { at input  when text contains "ask" then hold for people  when count of refused input per user within 1h >= 1 then flag  when count of input per user >= 1 then flag }
            test "held" {
              given input "ask"  expect hold
              given input "x"  expect allow
              advance 15m
              given input "x"  expect flag
            }
            test "refused at the end of its time, whenever somebody looks" {
              given input "ask"
              advance 2h
              given input "x"  expect allow
            }
            """
        );

    [Fact]
    public void Different_values_are_counted_once() => Passes(
        """
        fact opinion: { provider: text } at output
        control c { at output  when (distinct of o.opinion.provider over output o per run) < 2 then hold for people }
        test "two opinions" {
          given output "x" { run: { id: "r1" }, opinion: { provider: "a" } }  expect hold
        }
        """);

    [Fact]
    public void An_event_that_cannot_be_summed_fails_the_sum_while_it_would_count() => Passes(
        """
        fact price: decimal at input
        control c { at input  on error hold for people  when sum of i.price over input i per user within 1h > 100 then block }
        test "too many digits" {
          given input "x" { price: 0.0000000000001 }  expect allow
          given input "x" { price: 1 }  expect hold, errors != []
          given input "x" { price: 1, user: { id: "other" } }  expect allow
          advance 2h
          given input "x" { price: 1 }  expect allow
        }
        """);

    [Fact]
    public void What_will_cost_too_much_stops_the_run() => Passes(
        """
        control c { at prompt, tool_call  when sum of e.cost over event e per run > 5 USD then halt run }
        test "costs" {
          given prompt "x" { run: { id: "r1" }, cost: 4 USD }  expect allow
          given tool_call of read_inbox { run: { id: "r1" }, cost: 2 USD }  expect allow
          given prompt "x" { run: { id: "r1" } }  expect halt
          given prompt "x" { run: { id: "r2" } }  expect allow
        }
        """);

    [Fact]
    public void The_share_of_refusals_is_compared() =>
        Passes(
            """
            control bad { at input  when text contains "bad" then block }
            control rate { at signal  when count of refused input per system within 5m > 50% * count of event e where e.outcome >= allow per system within 5m then notify "soc" }
            test "rate" {
              given input "bad"
              given input "fine"
              given signal  expect not (notified contains "soc")
              given input "bad"
              given input "bad"
              given signal  expect notified contains "soc"
            }
            """
        );

    [Fact]
    public void A_limit_is_filled_exactly_and_its_message_says_why() => Passes(
        """
        limit questions "Please wait a moment." 2 per user within 1m at input
        control c { at input  when text contains "bad" then block "Bad." }
        test "third within the minute" {
          given input "x"  expect allow
          given input "bad"  expect block saying "Bad."
          advance 30s
          given input "x"  expect allow
          given input "x"  expect block by questions saying "Please wait a moment.", fired contains questions
          given input "x" { user: { id: "other" } }  expect allow
          advance 30s
          given input "x"  expect allow
          given input "x"  expect block by questions
        }
        """);

    [Fact]
    public void A_tool_has_limits_of_its_own_and_steps_on_the_way() => Passes(
        """
        tool refund {
          class irreversible
          args { order_id: text, amount: money GBP }
          limit 1 per folded(args.order_id) within 90d
          limit 500 GBP of args.amount per user within 24h
            at 50% then hold for people
            at 100% then block "Too much for a day."
          when args.amount > 400 GBP then block "Too much at once."
        }
        test "one for an order" {
          given tool_call of refund { args: { order_id: "o1", amount: 1 GBP } }  expect allow
          given tool_call of refund { args: { order_id: "o1", amount: 1 GBP } }  expect block by refund
          advance 90d
          given tool_call of refund { args: { order_id: "o1", amount: 1 GBP } }  expect allow
        }
        test "half of the day's money goes by itself, the rest waits for people, and no more than all of it goes" {
          given tool_call of refund { args: { order_id: "o1", amount: 250 GBP } }  expect allow
          given tool_call of refund { args: { order_id: "o2", amount: 0.01 GBP } }  expect hold
          given tool_call of refund { args: { order_id: "o3", amount: 250 GBP } }  expect block saying "Too much for a day."
          given tool_call of refund { args: { order_id: "o4", amount: 249.99 GBP } }  expect hold
          given tool_call of refund { args: { order_id: "o5", amount: 0.01 GBP } }  expect block
          advance 15m
          given tool_call of refund { args: { order_id: "o6", amount: 0.01 GBP } }  expect hold
        }
        """);

    [Fact]
    public void A_limit_only_in_the_way_of_some_is_drawn_by_what_goes_on_alone() => Passes(
        """
        limit calls by system.tier { low 1, high 3 } per session at tool_call, input
          at 100% then flag "often"
        test "soft" {
          given input "x"  expect allow
          given tool_call of read_inbox  expect allow
          given input "x"  expect allow
          given tool_call of pay { args: { amount: 1 GBP, to: "a" } }  expect flag
          given tool_call of pay { args: { amount: 1 GBP, to: "a" } }  expect flag
        }
        """, "tier airs.high because \"x\"");

    [Fact]
    public void A_limit_whose_draw_cannot_be_told_follows_its_posture() => Passes(
        """
        fact weight: decimal at input
        limit weights 10 of weight per user within 1h at input
        test "negative, and with too many digits" {
          given input "x" { weight: 10 }  expect allow
          given input "x" { weight: -1 }  expect block, errors contains "What is drawn is negative."
          given input "x" { weight: 0.0000000000001 }  expect block, errors != []
          given input "x" { weight: 0 }  expect allow
          given input "x"  expect block, errors != []
        }
        """);

    [Fact]
    public void A_parameter_of_a_limit_is_stricter_when_it_is_lower()
    {
        Assert.Empty(Codes("param most: int = 5, lower is stricter\nlimit l most per user at input"));
        Assert.Equal(["AIRS6030"], Codes("param most: int = 5, higher is stricter\nlimit l most per user at input"));
        Assert.Empty(
            Codes("param most: int = 5, lower is stricter\ncontrol c { at input  when count of input per user >= most then block }"));
        Assert.Equal(
            ["AIRS6030"],
            Codes("param most: int = 5, lower is stricter\ncontrol c { at input  when count of input per user < most then block }"));
        Assert.Empty(
            Codes(
                "param long: int = 5, lower is stricter\ncontrol c { at input  when (count of input i where length(i.text) > long per " +
                "user) > 3 then block }"
            ));
        Assert.Equal(
            ["AIRS6031"],
            Codes(
                "param who: int = 5, lower is stricter\ncontrol c { at input  when (count of input i where length(i.text) == who per " +
                "user) > 3 then block }"
            ));
    }

    private static string[] Codes(string declarations) =>
        [.. Binding.Of(Binding.Policy(Tools, declarations)).Diagnostics.Select(d => d.Code)];

    private static void Passes(string declarations, string system = "")
    {
        var results = new PolicyTestRunner(
            Binding.Model(Binding.Policy(Tools, declarations).Replace("owner \"o\"", $"owner \"o\" {system}", StringComparison.Ordinal))
        ).Run();
        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(result => result.Findings).Select(finding => $"{finding.Place.Line}: {finding.Message}"));
    }
}
