using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis.Pace;

/// <summary>What a worse state of a chart, or an open breaker, would loosen is refused.</summary>
public class MonotoneTests
{
    private const string Charts = """
        pace guardrail { enter alternate when not guardrail.healthy  recover alternate -> primary by "on-call" }
        pace { enter alternate when pace.guardrail >= alternate  recover alternate -> primary by "ciso" }
        control bad { at input  when text contains "bad" then block }
        breaker b { per user  trip when count of refused input per user within 60s >= 3  open for 5m  probe 3 }

        """;

    [Theory]
    [InlineData("pace.system >= alternate and pace.age > 48h", "AIRS5020")]
    [InlineData("pace.ages.guardrail >= 48h", "AIRS5020")]
    [InlineData("pace.age == 0s", "AIRS5020")]
    [InlineData("not (pace.age < 5m)", "AIRS5020")]
    [InlineData("pace.age < 5m", null)]
    [InlineData("count of pace_change per system within 24h < 1", "AIRS5022")]
    [InlineData("count of pace_change per system within 24h == 0", "AIRS5022")]
    [InlineData("not earlier pace_change per system within 24h", "AIRS5022")]
    [InlineData("3 > count of pace_change per system within 24h", "AIRS5022")]
    [InlineData("count of pace_change per system within 24h > 3", null)]
    [InlineData("earlier pace_change per system within 24h", null)]
    [InlineData("not breaker.b.open", "AIRS5021")]
    [InlineData("breaker.b.open == false", "AIRS5021")]
    [InlineData("breaker.b.open != true", "AIRS5021")]
    [InlineData("count of input i where not i.breaker.b.open per user within 1h >= 2", "AIRS5021")]
    [InlineData("breaker.b.open", null)]
    [InlineData("breaker.b.open and text contains \"a\"", null)]
    [InlineData("count of input i where i.pace.guardrail == primary per user within 1h >= 2", "AIRS5010")]
    [InlineData("(count of input i where i.pace.guardrail >= alternate per user within 1h) == 2", "AIRS5010")]
    [InlineData("pace.guardrail >= alternate", null)]
    public void A_rule_is_refused_where_a_worse_state_loosens_it(string condition, string? code)
    {
        var found = Codes($"control c {{ at input  when {condition} then hold for people }}\n");
        Assert.Equal(code is null ? [] : [code], found);
    }

    [Theory]
    [InlineData("trip when count of refused input per user within 60s >= 3 and pace.guardrail == primary", "AIRS5010")]
    [InlineData("trip when count of refused input per user within 60s >= 3 and not breaker.b.open", "AIRS5021")]
    [InlineData("trip when count of refused input r where r.pace.guardrail < alternate per user within 60s >= 3", "AIRS5010")]
    [InlineData("trip when count of refused input per user within 60s >= by pace.guardrail { primary 3, alternate 5 }", "AIRS5011")]
    [InlineData("trip when count of refused input per user within 60s >= by pace.guardrail { primary 5, alternate 3 }", null)]
    [InlineData("trip when count of refused input per user within 60s >= 3 or pace.guardrail >= alternate", null)]
    public void A_breaker_that_a_worse_state_would_keep_closed_is_refused(string trip, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes($"breaker other {{ per user  {trip}  open for 5m  probe 3 }}\n"));

    [Theory]
    [InlineData("limit questions by pace.guardrail { primary 5, alternate 9 } per user within 1h at input\n", "AIRS5011")]
    [InlineData("limit questions by pace.guardrail { primary 9, alternate 5 } per user within 1h at input\n", null)]
    [InlineData("limit amounts 100 of by pace.guardrail { primary 9, alternate 5 } per user within 1h at input\n", "AIRS5011")]
    [InlineData("limit amounts 100 of by pace.guardrail { primary 5, alternate 9 } per user within 1h at input\n", null)]
    public void A_limit_that_a_worse_state_would_raise_is_refused(string limit, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(limit));

    [Theory]
    [InlineData("n > by pace.guardrail { primary 9, alternate 5 }", null)]
    [InlineData("n > by pace.guardrail { primary 5, alternate 5 }", null)]
    [InlineData("n > by pace.guardrail { primary 5, alternate 9 }", "The value for alternate is more than that for primary")]
    [InlineData("n < by pace.guardrail { primary 5, alternate 9 }", null)]
    [InlineData("n < by pace.guardrail { primary 9, alternate 5 }", "The value for alternate is less than that for primary")]
    [InlineData(
        "n < by pace.guardrail { primary 5, alternate 9, contingency 7 }", "The value for contingency is less than that for alternate")]
    [InlineData("n == by pace.guardrail { primary 9, alternate 5 }", "A worse 'pace.guardrail' matches less here")]
    [InlineData("n == by pace.guardrail { primary 5, alternate 9 }", "A worse 'pace.guardrail' matches less here")]
    [InlineData("n == by pace.guardrail { primary 5, alternate 5 }", "A worse 'pace.guardrail' matches less here")]
    [InlineData("n > by pace.guardrail { primary 5, alternate m }", "The value for alternate is other than that for primary")]
    [InlineData("n > by pace.guardrail { primary m, alternate 5 }", "The value for alternate is other than that for primary")]
    [InlineData("x > by pace.guardrail { primary 2.5, alternate 1.5 }", null)]
    [InlineData("x > by pace.guardrail { primary 1.5, alternate 2.5 }", "The value for alternate is more than that for primary")]
    [InlineData("x < by pace.guardrail { primary 1.5, alternate 2.5 }", null)]
    [InlineData("x < by pace.guardrail { primary 2.5, alternate 1.5 }", "The value for alternate is less than that for primary")]
    [InlineData("n > by pace.guardrail { primary five, alternate nine }", "The value for alternate is more than that for primary")]
    [InlineData("n > by pace.guardrail { primary nine, alternate five }", null)]
    [InlineData("n > (by pace.guardrail { alternate 5 } ?? 9)", "A worse 'pace.guardrail' matches less here")]
    [InlineData("pace.guardrail == alternate", "A worse 'pace.guardrail' matches less here")]
    [InlineData("pace.age > 1h", "")]
    public void The_values_of_a_table_get_only_stricter_from_state_to_state(string condition, string? message)
    {
        var found = Found(
            $"let five = 5\nlet nine = 9\nfact n: int at input\nfact m: int at input\nfact x: decimal at input\ncontrol c {{ at input  when {condition} then block }}\n"
        );
        Assert.Equal(message is null ? 0 : 1, found.Count);
        Assert.All(found, one => Assert.StartsWith(message!, one, StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_at_several_points_is_said_once()
    {
        Assert.Single(Found("control c { at input, output  when not breaker.b.open then block }\n"));
        Assert.Single(Found("control c { at input, output  when pace.guardrail == alternate then block }\n"));
        Assert.Single(Found("control c { at input, output  when pace.age > 1h then block }\n"));
        Assert.Single(Found("control c { at input, output  when not earlier pace_change per system within 24h then block }\n"));
        Assert.Single(
            Found("control c { at input, output  when length(text) > by pace.guardrail { primary 5, alternate 9 } then block }\n"));
        Assert.Single(Found("control c { at input, output  when length(text) > (by pace.guardrail { alternate 5 } ?? 9) then block }\n"));
    }

    [Fact]
    public void What_leads_to_a_state_and_back_may_ask_for_anything() =>
        Assert.Empty(
            Codes(
                """
                pace human {
                  enter alternate when pace.age > 48h and pace.system == alternate and count of pace_change per system within 24h < 9 and not breaker.b.open
                  recover alternate -> primary by "ciso" where pace.age > 1h and pace.guardrail == primary
                }

        """));

    private static List<string> Found(string declarations) =>
        [
            .. Binding
                .Of(Binding.Policy(Charts, declarations))
                .Diagnostics.Where(found => found.Code is "AIRS5010" or "AIRS5011" or "AIRS5020" or "AIRS5021" or "AIRS5022")
                .Select(found => found.Message),
        ];

    private static string[] Codes(string declarations) =>
        [
            .. Binding
                .Of(Binding.Policy("queue people { sla 1h  reviewers \"staff\" }\n", Charts, declarations))
                .Diagnostics.Select(found => found.Code)
                .Where(code => code.StartsWith("AIRS50", StringComparison.Ordinal) || code[4] < '5')
                .Distinct(),
        ];
}
