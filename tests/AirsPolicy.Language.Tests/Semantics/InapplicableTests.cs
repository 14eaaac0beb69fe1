using System.Globalization;
using AirsPolicy.Language.Analysis.Waivers;
using AirsPolicy.Language.Comparison;
using AirsPolicy.Language.Comparison.Results;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Tests.Semantics;

public class InapplicableTests
{
    private const string Head =
        """
        policy p
        use catalogue "airs_sdk"
        system s { owner "ops"  tier risk.high }
        scheme risk { ladder low 2, high }
        tier low in risk { requires GR-OUT-03 }
        tier high in risk { requires GR-OUT-03, GR-OUT-04 }

        """;

    private const string Both =
        """
        inapplicable GR-OUT-03 because "no retrieval" approved by "ciso" as "risk owner" until 2027-03-31
        inapplicable GR-OUT-04 because "no system prompt" approved by "ciso" until 2027-01-31

        """;

    private const string Open = "policy p\nuse catalogue \"airs_sdk\"\nsystem s { owner \"ops\" }\n";

    private static readonly DateOnly s_day = new(2026, 12, 1);

    [Fact]
    public void What_does_not_apply_is_not_required()
    {
        Assert.Equal(["AIRS6017", "AIRS6017"], Codes(Head));
        Assert.Empty(Codes(Head + Both));
    }

    [Fact]
    public void The_model_says_why_by_whom_and_until_when()
    {
        var inapplicable = Model(Head + Both).Governance.Inapplicable[0];
        Assert.Equal(
            ("GR-OUT-03", "no retrieval", "ciso", "risk owner", new DateOnly(2027, 3, 31).DayNumber),
            (inapplicable.Id, inapplicable.Because, inapplicable.ApprovedBy, inapplicable.Role, inapplicable.Until));
    }

    [Theory]
    [InlineData(null, "risk.high GR-OUT-03, risk.high GR-OUT-04")]
    [InlineData("2027-01-31", "risk.high GR-OUT-03, risk.high GR-OUT-04")]
    [InlineData("2027-02-01", "risk.high GR-OUT-03")]
    [InlineData("2027-04-01", "")]
    public void Requirements_that_do_not_apply_are_listed_each_once_until_they_end(string? day, string listed)
    {
        DateOnly? asOf = day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var requirements = InapplicableRequirement.Of(Model(Head + Both).Governance, asOf);
        Assert.Equal(listed, string.Join(", ", requirements.Select(required => $"{required.Tier} {required.Inapplicable.Id}")));
        Assert.Empty(WaivedRequirement.Of(Model(Head + Both), asOf));
    }

    [Fact]
    public void No_control_changes() =>
        Assert.Equal(
            Model(Open + "control c { at input  always block }\n").Controls,
            Model(Open + "control c { at input  always block }\n" + Both, "AIRS6052").Controls);

    [Theory]
    [InlineData("", Both, "OnlyLoosens")]
    [InlineData(Both, "", "OnlyTightens")]
    [InlineData(Both, Both, "NoDifference")]
    public void To_say_that_something_does_not_apply_loosens_a_policy(string before, string after, string verdict)
    {
        var report = Compare(before, after);
        Assert.Equal(verdict, $"{report.Verdict}");
        Assert.Equal(verdict == "NoDifference" ? 0 : 2, report.Declarations.Count(one => one.Kind == "inapplicable"));
    }

    [Theory]
    [InlineData("2027-01-31", "2027-02-28", "OnlyLoosens")]
    [InlineData("2027-01-31", "2027-01-30", "OnlyTightens")]
    [InlineData("no system prompt", "no prompt", "AsStrict")]
    public void A_later_end_loosens_and_an_earlier_one_tightens(string was, string now, string verdict) =>
        Assert.Equal(verdict, $"{Compare(Both, Both.Replace(was, now, StringComparison.Ordinal)).Verdict}");

    [Fact]
    public void An_id_is_expected_and_no_control_can_be_said_not_to_apply() =>
        Assert.Contains("AIRS1", Assert.Single(Codes(
            "policy p\nsystem s { owner \"o\" }\ncontrol c { at input  always block }\n"
            + "inapplicable c because \"b\" approved by \"a\" until 2027-01-01\n")), StringComparison.Ordinal);

    private static ComparisonReport Compare(string before, string after) =>
        PolicyComparison.Compare(Model(Open + before, "AIRS6052"), Model(Open + after, "AIRS6052"));

    private static PolicyModel Model(string policy, string expected = "")
    {
        var analysis = Binding.Of(policy);
        Assert.DoesNotContain(analysis.Diagnostics, found => found.Code != expected);
        return analysis.Model!;
    }

    private static IEnumerable<string> Codes(string policy) => Binding.Of(s_day, policy).Diagnostics.Select(found => found.Code);
}
