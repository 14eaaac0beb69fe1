using AirsPolicy.Language.Model.Governance;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>The tiers whose requirements a system meets: that in which it stands, and all below it.</summary>
internal static class Standings
{
    public static IEnumerable<(StandingModel Standing, TierModel Tier)> Required(GovernanceModel governance) =>
        from standing in governance.Standings
        let scheme = governance.Schemes.First(scheme => scheme.Name == standing.Scheme)
        from tier in scheme.Tiers.Take(standing.Tier + 1)
        select (standing, tier);
}
