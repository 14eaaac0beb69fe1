using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis.Params;

/// <summary>What can no longer be worked out with a stricter value is never weaker than what it replaces.</summary>
public class ParamOverflowTests
{
    private const string Declarations =
        "param margin: int = 5, higher is stricter\nparam share: share = 5%, higher is stricter\nfact n: int at input\nfact paid: money " +
        "GBP at input\nqueue people { sla 1h  reviewers \"staff\" }\n";

    [Theory]
    [InlineData("on error flag  when n + margin > 100 then block", "block")]
    [InlineData("on error hold for people  when n + margin > 100 then block", "block")]
    [InlineData("on error block  when n + margin > 100 then halt session", "halt")]
    [InlineData("when n + margin > 100 then flag, halt session", "halt")]
    [InlineData("on error notify \"x\"  when n + margin > 100 then flag", "flag")]
    [InlineData("on error flag  when n > -margin then block", "block")]
    [InlineData("on error flag  when n + margin > 100 then notify \"x\"", "block")]
    [InlineData("on error hold for people  when n + margin > 100 then redact pii.card", "block")]
    [InlineData("on error flag  when sum of i.n + margin over input i per user within 1h > 100 then block", "block")]
    [InlineData("on error flag  when count of input i where i.n + margin > 100 per user within 1h >= 2 then block", "block")]
    [InlineData("on error flag  when paid < 5 GBP * share then block", "block")]
    [InlineData("on error flag  when n + margin > 100 then flag, block \"no\"", "block")]
    public void A_weaker_posture_is_refused(string control, string needed) =>
        Assert.Contains($"write 'on error {needed}'", Assert.Single(Found(control)), StringComparison.Ordinal);

    [Theory]
    [InlineData("when n + margin > 100 then block")]
    [InlineData("on error block  when n + margin > 100 then block")]
    [InlineData("on error block  when n + margin > 100 then block \"no\"")]
    [InlineData("on error flag  when n + margin > 100 then flag")]
    [InlineData("on error halt session  when n + margin > 100 then halt session")]
    [InlineData("on error hold for people  when n + margin > 100 then hold for people")]
    [InlineData("on error flag  when n + 5 > 100 or length(text) < margin then block")]
    [InlineData("on error flag  when length(text) > 100 then block")]
    [InlineData("on error flag  when n > 2.5 and length(text) * share > 2.5 then block")]
    public void A_posture_that_is_as_strong_is_enough(string control) => Assert.Empty(Found(control));

    [Theory]
    [InlineData("on error flag  when n + margin > 100 then flag, block", "the 'block' of this rule")]
    [InlineData("on error flag  when n + margin > 100 then redact pii.card", "what this rule asks for")]
    public void What_is_weaker_is_named_with_what_it_would_replace(string control, string named) =>
        Assert.Contains($"is weaker than {named}", Assert.Single(Found(control)), StringComparison.Ordinal);

    [Fact]
    public void A_limit_that_halts_needs_one_that_halts()
    {
        var found = Binding
            .Of(Binding.Policy(Declarations, "limit spent 100 of n + margin per user within 1h at input  at 100% then halt session"))
            .Diagnostics;
        Assert.Contains(
            "is weaker than the 'halt' of this rule",
            Assert.Single(found, found => found.Code == "AIRS6043").Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            Binding.Of(Binding.Policy(Declarations, "limit spent 100 of n + margin per user within 1h at input")).Diagnostics,
            found => found.Code == "AIRS6043");
    }

    private static string[] Found(string control)
    {
        var analysis = Binding.Of(Binding.Policy(Declarations, $"control c {{ at input  {control} }}"));
        Assert.DoesNotContain(
            analysis.Diagnostics,
            found => found.Code is not "AIRS6043" && found.Severity == Language.Diagnostics.DiagnosticSeverity.Error);
        return [.. analysis.Diagnostics.Where(found => found.Code == "AIRS6043").Select(found => found.Message)];
    }
}
