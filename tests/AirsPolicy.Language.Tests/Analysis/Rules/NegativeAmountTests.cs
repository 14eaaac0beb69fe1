using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis.Rules;

/// <summary>What lets a number below zero past a cap, and what does not.</summary>
public sealed class NegativeAmountTests
{
    [Theory]
    [InlineData("when args.amount < 0 EUR then block")]
    [InlineData("when args.amount <= 0 EUR then hold for people within 1h")]
    [InlineData("when not (args.amount >= 0 EUR) then block")]
    [InlineData("when 5 EUR > args.amount or args.rows > 3 then block")]
    [InlineData("when not (args.amount > 0 EUR and args.rows < 3) then block")]
    [InlineData("limit 900 EUR of args.amount per user within 24h")]
    public void A_rule_that_stops_every_number_below_zero_closes_the_gap(string floor) => Assert.DoesNotContain("amount", Found(floor));

    [Theory]
    [InlineData("when args.amount < 0 EUR then flag")]
    [InlineData("when args.amount < -100 EUR then block")]
    [InlineData("when args.amount < 0 EUR and args.rows > 3 then block")]
    [InlineData("when not (args.amount >= 0 EUR or args.rows > 3) then block")]
    [InlineData("when args.amount > 0 EUR then block")]
    [InlineData("limit 900 of args.rows per user within 24h")]
    public void One_that_stops_some_of_them_or_none_does_not(string floor) => Assert.Contains("amount", Found(floor));

    [Fact]
    public void A_control_in_detect_mode_stops_nothing() =>
        Assert.Contains("amount", Found("", "control low { at tool_call of pay  mode detect  when args.amount < 0 EUR then block }"));

    [Fact]
    public void A_control_of_another_tool_or_point_is_none_of_this()
    {
        Assert.Contains("amount", Found("", "control low { at tool_call of give  when args.amount < 0 EUR then block }"));
        Assert.DoesNotContain("amount", Found("", "control low { at tool_call of give, pay  when args.amount < 0 EUR then block }"));
    }

    [Fact]
    public void What_the_application_gives_is_not_looked_at() =>
        Assert.Empty(Binding.Of(Binding.Policy("fact risk: int at input", "control c { at input  when risk > 5 then block }")).Diagnostics);

    // The path of each number that a model writes and that a cap alone holds.
    private static string Found(string floor, string control = "")
    {
        var policy = "policy p\nsystem s { owner \"o\" }\nqueue people { sla 1h  reviewers \"people\" }\n"
            + "tool give { class reversible  args { amount: money EUR } }\n"
            + $"tool pay {{ class irreversible  args {{ amount: money EUR, rows: int }}  when args.amount > 500 EUR then block  {floor} }}\n{control}\n";
        var found = Binding.Of(policy).Diagnostics;
        Assert.DoesNotContain(found, diagnostic => diagnostic.Severity == Language.Diagnostics.DiagnosticSeverity.Error);
        return string.Join(' ', found.Where(diagnostic => diagnostic.Code == "AIRS4037").Select(diagnostic => diagnostic.Arguments[0]));
    }
}
