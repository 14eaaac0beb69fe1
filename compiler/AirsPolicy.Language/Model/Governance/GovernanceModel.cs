using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>What a policy answers for: the catalogues it claims of, the schemes it stands in.</summary>
/// <param name="Catalogues">The catalogues in use, ordered by name.</param>
/// <param name="Claims">What its declarations claim, ordered by declaration, in the order written.</param>
/// <param name="Schemes">The schemes of all packages taken in, ordered by name.</param>
/// <param name="Standings">The tiers in which the system stands, in the order written.</param>
public sealed record GovernanceModel(
    ValueList<CatalogueModel> Catalogues, ValueList<ClaimModel> Claims, ValueList<SchemeModel> Schemes, ValueList<StandingModel> Standings)
{
    /// <summary>Of a policy that claims nothing.</summary>
    public static GovernanceModel None { get; } = new([], [], [], []);
}

/// <summary>A catalogue in use.</summary>
/// <param name="Name">The name behind <c>use catalogue</c>.</param>
/// <param name="Version">The version of its source.</param>
public sealed record CatalogueModel(string Name, string Version);
