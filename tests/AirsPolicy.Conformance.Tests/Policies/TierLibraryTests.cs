using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>The framework's tiers, as the library that ships with the compiler computes them.</summary>
public sealed class TierLibraryTests
{
    private static string[] Findings(string tier, string profile, string more = "")
    {
        var source = $"policy p\nuse airs.tiers\nsystem s {{ owner \"ops\"  tier {tier}  profile {{ {profile} }}  {more} }}\n";
        var tree = SyntaxTree.Parse(SourceText.From(source, "a.airs"));
        var folder = PackageFolder.Read(Repository.PathOf("policies"));
        var package = new PackageSyntax("p", [tree], new FolderFiles(Repository.PathOf("policies")));
        return
        [
            .. PolicyAnalyzer
                .Analyze(package, new PackageLocator([folder]))
                .Diagnostics.Select(found => $"{found.Code} {string.Join('|', found.Arguments)}"),
        ];
    }

    private static string Computed(string profile) =>
        Array.Find(Findings("airs.fast_lane", profile), found => found.StartsWith("AIRS6015", StringComparison.Ordinal)) is { } found
            ? found.Split('|')[1]
            : "airs.fast_lane";

    // The test cases of the framework's own kit; where several agents are a score of 2 there, they are a tier here.
    [Theory]
    [InlineData("audience: internal, users: 5, data: [public], actions: none, sector: none", "airs.low")]
    [InlineData("audience: external, users: 5, data: [internal], actions: none, sector: none", "airs.low")]
    [InlineData("audience: external, users: 5, data: [regulated], actions: reversible, sector: none", "airs.high")]
    [InlineData("audience: external, users: 5, data: [regulated, financial], actions: irreversible, sector: regulated", "airs.critical")]
    [InlineData("audience: external, users: 5, data: [pii], actions: none, sector: none", "airs.high")]
    [InlineData("audience: external, users: 5, data: [pii], actions: none, sector: none, agents: 2", "airs.critical")]
    [InlineData("audience: internal, users: 500, data: [pii], actions: none, sector: none", "airs.medium")]
    [InlineData(
        "audience: internal, users: 500, data: [pii], actions: none, sector: none, corpus: [external, user_generated]",
        "airs.critical"
    )]
    [InlineData("audience: internal, users: 500, data: [internal], actions: none, sector: none, review: every_output", "airs.fast_lane")]
    [InlineData("audience: internal, users: 5, data: [internal, pii], actions: none, sector: none, review: every_output", "airs.low")]
    [InlineData("audience: internal, users: 500, data: [internal], actions: none, sector: none, review: sampled", "airs.low")]
    [InlineData(
        "audience: internal, users: 500, data: [internal], actions: none, sector: none, review: every_output, agents: 2",
        "airs.medium"
    )]
    public void A_profile_comes_to_the_tier_of_the_framework(string profile, string tier) => Assert.Equal(tier, Computed(profile));

    [Theory]
    [InlineData("airs.fast_lane", 3)]
    [InlineData("airs.low", 13)]
    [InlineData("airs.medium", 29)]
    [InlineData("airs.high", 37)]
    [InlineData("airs.critical", 37)]
    public void Each_tier_requires_its_controls_and_those_below_people_in_time_and_limits_of_runs(string tier, int findings)
    {
        // 9, 22 and 28 controls, from low on a queue, and from high on two limits; of records from low on the depth and two times, and from
        // medium on two masks and one more time.
        var found = Findings(tier, "audience: internal, users: 5, data: [public], actions: none, sector: none, review: every_output");
        Assert.All(found, finding => Assert.Matches("^AIRS601[78] ", finding));
        Assert.Equal(findings, found.Length);
    }

    [Fact]
    public void A_system_stands_in_both_schemes()
    {
        var found = Findings(
            "airs.fast_lane",
            "audience: internal, users: 5, data: [public], actions: none, sector: none, review: every_output, autonomy: managed",
            "tier maso.supervised");
        Assert.Contains(found, finding => finding.StartsWith("AIRS6015 maso.supervised|maso.managed|", StringComparison.Ordinal));
    }
}
