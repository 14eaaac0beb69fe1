using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>What ships with the compiler can be taken in at every tier: nobody can mend a finding in a file of the library.</summary>
public sealed class TieredLibraryTests
{
    private static readonly string[] s_shipped =
    [
        .. PackageFolder
            .Read(Repository.PathOf("policies"))
            .Packages.Select(package => package.Name)
            .Where(name => name.StartsWith("airs.", StringComparison.Ordinal)),
    ];

    [Theory]
    [InlineData("airs.fast_lane")]
    [InlineData("maso.managed")]
    [InlineData("airs.low")]
    [InlineData("airs.medium")]
    [InlineData("airs.high")]
    [InlineData("airs.critical")]
    public void Every_package_of_the_library_keeps_what_each_tier_requires(string tier)
    {
        Assert.Contains("airs.pace.judge", s_shipped);
        Assert.Empty(
            from package in s_shipped
            where IsFor(package, tier)
            from found in BoundPolicy.Findings(
                $"policy p\nuse airs.tiers\nextends {package}\nsystem s {{ owner \"ops\"  model \"model\" from \"provider\"  tier {tier} }}\n"
            )
            where found.Source.Path != "a.airs"
            select $"{package}: {found}");
    }

    // A baseline is of one tier, and bounds what that tier and those below it ask for.
    private static bool IsFor(string package, string tier)
    {
        string[] ladder = ["airs.fast_lane", "airs.low", "airs.medium", "airs.high", "airs.critical"];
        var of = package == "airs.classify.fast_lane" ? 0 : Array.IndexOf(ladder, package);
        return of < 0 || of >= Array.IndexOf(ladder, tier);
    }
}
