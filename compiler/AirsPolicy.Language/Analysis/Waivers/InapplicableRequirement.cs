using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Model.Governance;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>A requirement of a tier that does not apply to the system.</summary>
/// <param name="Tier">The tier in which the system stands, as it writes it (<c>airs.high</c>).</param>
/// <param name="Inapplicable">What says so.</param>
internal sealed record InapplicableRequirement(string Tier, InapplicableModel Inapplicable)
{
    /// <summary>The requirements that do not apply, by tier and id.</summary>
    /// <param name="governance">What the policy answers for.</param>
    /// <param name="asOf">The day as of which it is asked, or null to count all.</param>
    public static ValueList<InapplicableRequirement> Of(GovernanceModel governance, DateOnly? asOf) => (
        from required in RequiredTiers.Required(governance)
        from id in required.Tier.Ids
        from inapplicable in governance.Inapplicable
        where inapplicable.Id == id.Id && (asOf is null || inapplicable.Until >= asOf.Value.DayNumber)
        orderby required.Status.Written, id.Id
        select new InapplicableRequirement(required.Status.Written, inapplicable)).Distinct().ToValueList();
}
