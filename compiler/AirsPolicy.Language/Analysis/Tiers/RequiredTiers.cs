using AirsPolicy.Language.Model.Governance;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>The tiers whose requirements a system meets: that in which it stands, and all below it.</summary>
internal static class RequiredTiers
{
    public static IEnumerable<RequiredTier> Required(GovernanceModel governance) =>
        from standing in governance.Standings
        let scheme = governance.Schemes.First(scheme => scheme.Name == standing.Scheme)
        from tier in scheme.Tiers.Take(standing.Tier + 1)
        select new RequiredTier(standing, tier);
}

/// <summary>A tier whose requirements a system meets.</summary>
/// <param name="Status">Where the system says in which tier it stands.</param>
/// <param name="Tier">That tier or one below it.</param>
internal sealed record RequiredTier(StandingModel Status, TierModel Tier);
