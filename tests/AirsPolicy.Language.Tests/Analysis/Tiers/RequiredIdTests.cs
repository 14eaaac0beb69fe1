using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis.Tiers;

/// <summary>What is offered for an id that a tier requires, and how the tier of a profile is explained.</summary>
public class RequiredIdTests
{
    [Theory]
    [InlineData("GR-IN-04", "when length(text) > 5 then block", "new, c")]
    [InlineData("GR-IN-04", "when length(text) > 5 then flag", "new")]
    [InlineData("GR-IN-04", "mode detect  when length(text) > 5 then block", "new")]
    [InlineData("GR-IN-04", "mode detect until 2024-05-31  when length(text) > 5 then block", "new, c")]
    [InlineData("CB-02", "when length(text) > 5 then block", "new")]
    [InlineData("OB-01", "when length(text) > 5 then block", "system")]
    public void Only_what_is_enforced_and_goes_far_enough_is_offered_to_be_confirmed(string id, string control, string offered)
    {
        var found = Assert.Single(Found(id, $"control c {{ at input  {control} }}"));
        Assert.Equal(offered, string.Join(", ", found.Fixes.Select(fix => fix.Title switch
        {
            var title when title == $"Add a control for {id} that refuses everything until its condition is written" => "new",
            var title when title == $"Declare, once somebody has confirmed it, that 'c' satisfies {id}" => "c",
            var title when title == $"Declare, once somebody has confirmed it, that the system satisfies {id}" => "system",
            var title => title,
        })));
        Assert.All(found.Fixes, fix => Assert.Equal(fix.Title.StartsWith("Declare", StringComparison.Ordinal), fix.IsDeclaration));
    }

    [Theory]
    [InlineData("satisfies GR-IN-04  at input  when length(text) > 5 then block", null)]
    [InlineData("satisfies GR-IN-04  at input  mode detect  when length(text) > 5 then block", ": 'c' is in detect mode")]
    [InlineData("at input  when length(text) > 5 then block", "")]
    public void A_claim_in_detect_mode_is_named_and_meets_nothing(string control, string? detecting)
    {
        var found = Found("GR-IN-04", $"control c {{ {control} }}");
        Assert.Equal(detecting is null ? [] : [detecting], found.Select(one => one.Arguments[3]));
        Assert.All(found, one => Assert.Equal(one.Arguments[3].Length > 0, one.Fixes.IsEmpty));
    }

    [Fact]
    public void A_waived_id_is_not_asked_for_again() =>
        Assert.Empty(Found("GR-IN-04", "waive GR-IN-04 because \"later\" approved by \"ciso\" until 2024-08-01"));

    [Fact]
    public void An_id_that_two_tiers_require_is_one_finding() =>
        Assert.Single(Found("GR-IN-04", "tier low in risk { requires GR-IN-04 }"));

    [Fact]
    public void A_claim_of_several_ids_is_written_into_the_control() => Assert.Equal(
        "satisfies GR-IN-04",
        Assert.Single(
            Found("GR-IN-04", "control c { at input  when length(text) > 5 then block }")).Fixes[1].Edits.Single().NewText.Trim());

    [Theory]
    [InlineData("risk.low", "{ pii: false, agents: 2 }", "1 higher for several agents", "risk.medium")]
    [InlineData("risk.low", "{ pii: true, agents: 1 }", "at least medium for personal data", "risk.medium")]
    [InlineData("risk.low", "{ pii: true, agents: 2 }", "at least medium for personal data, 1 higher for several agents", "risk.high")]
    [InlineData("risk.low", "{ pii: false, agents: 1, users: 9 }", "3 for many people", "risk.medium")]
    [InlineData("risk.fast", "{ pii: false, agents: 1 }", "nothing lowers it", "risk.low")]
    [InlineData("risk.low", "{ pii: false, agents: 1, sure: true }", "only high for it is sure", "risk.high")]
    public void A_tier_that_is_too_low_is_explained_by_the_rules_that_count(string tier, string profile, string reasons, string computed)
    {
        var found = Assert.Single(Tiers(tier, profile), found => found.Code == "AIRS6015");
        Assert.Equal([tier, computed, reasons], found.Arguments.Take(3));
        Assert.Equal(computed, Assert.Single(found.Fixes).Edits.Single().NewText);
    }

    [Theory]
    [InlineData("{ pii: false }", "'agents'")]
    [InlineData("{ agents: 1 }", "'pii'")]
    [InlineData("{}", "'pii', 'agents'")]
    [InlineData("{ pii: false, agents: 1 }", null)]
    public void What_a_profile_leaves_out_is_named_where_something_hangs_on_it(string profile, string? missing)
    {
        var found = Tiers("risk.low", profile).Where(found => found.Code == "AIRS6016").Select(found => found.Arguments[0]);
        Assert.Equal(missing is null ? [] : [missing], found);
    }

    [Theory]
    [InlineData("low", "high")]
    [InlineData("high", "low")]
    public void Where_an_only_is_not_known_the_tier_may_be_that_of_either(string ladder, string only)
    {
        var found = Assert.Single(Binding.Of($$"""
            policy p
            system s { owner "o"  tier risk.low  profile {} }
            scheme risk { profile { sure: bool }  ladder {{ladder}}  only {{only}} where profile.sure because "it is sure" }
            tier low in risk { rank 1 }
            tier high in risk { rank 2 }
            """).Diagnostics, found => found.Code is "AIRS6015" or "AIRS6016");
        Assert.Equal(("AIRS6016", "'sure'", "risk.high"), (found.Code, found.Arguments[0], found.Arguments[1]));
    }

    private static List<Diagnostic> Tiers(string tier, string profile) => [.. Binding.Of($$"""
        policy p
        system s { owner "o"  tier {{tier}}  profile {{profile}} }
        scheme risk {
          profile { pii: bool, agents: int, users: int?, sure: bool? }
          ladder low 2, medium 6, high
          score 3 where (profile.users ?? 0) > 5 because "many people"
          at least medium where profile.pii because "personal data"
          raise 1 where profile.agents > 1 because "several agents"
          only high where profile.sure ?? false because "it is sure"
        }
        tier fast in risk { rank 0 }
        """).Diagnostics];

    private static List<Diagnostic> Found(string id, string declarations)
    {
        var found = Binding.Of(new DateOnly(2024, 6, 1), $$"""
            policy p
            use catalogue "airs_sdk"
            system s { owner "o"  tier risk.high }
            scheme risk { ladder low 2, high }
            tier high in risk { requires {{id}} }
            {{declarations}}
            """).Diagnostics;
        Assert.DoesNotContain(found, other => other.Severity == DiagnosticSeverity.Error && other.Code != "AIRS6017");
        return [.. found.Where(other => other.Code == "AIRS6017")];
    }
}
