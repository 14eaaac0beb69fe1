using AirsPolicy.Collections;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>
/// What a policy answers for: the catalogues it claims of, the schemes it stands in, what it waives and who answers for it.
/// </summary>
/// <param name="Catalogues">The catalogues in use, ordered by name.</param>
/// <param name="Claims">What its declarations claim, ordered by declaration, in the order written.</param>
/// <param name="Schemes">The schemes of all packages taken in, ordered by name.</param>
/// <param name="Standings">The tiers in which the system stands, in the order written.</param>
/// <param name="Waivers">What is waived, ordered by what it is.</param>
/// <param name="Inapplicable">What does not apply to the system, ordered by id.</param>
/// <param name="Accounts">Who answers for which declaration, ordered by declaration; those of which nothing is said are left out.</param>
/// <param name="Params">The parameters that say in which direction they are stricter, ordered by name.</param>
public sealed record GovernanceModel(
    ValueList<CatalogueModel> Catalogues,
    ValueList<ClaimModel> Claims,
    ValueList<SchemeModel> Schemes,
    ValueList<StandingModel> Standings,
    ValueList<WaiverModel> Waivers,
    ValueList<InapplicableModel> Inapplicable,
    ValueList<AccountModel> Accounts,
    ValueList<ParamModel> Params)
{
    /// <summary>Of a policy that claims nothing.</summary>
    public static GovernanceModel None { get; } = new([], [], [], [], [], [], [], []);
}

/// <summary>A catalogue in use.</summary>
/// <param name="Name">The name behind <c>use catalogue</c>.</param>
/// <param name="Version">The version of its source, or null where it does not say.</param>
public sealed record CatalogueModel(string Name, string? Version);
