using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Reasoning;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>
/// A requirement of a tier that is not met until a waiver ends. Whoever approves the waiver lets the system stand in its tier without it.
/// </summary>
/// <param name="Tier">The tier in which the system stands, as it writes it (<c>airs.high</c>).</param>
/// <param name="Required">The id that the tier requires.</param>
/// <param name="Waiver">The waiver of the id, or of the control that claims it.</param>
internal sealed record WaivedRequirement(string Tier, RequiredIdModel Required, WaiverModel Waiver)
{
    /// <summary>The requirements that are waived, by tier and id.</summary>
    /// <param name="model">The policy.</param>
    /// <param name="asOf">The day as of which it is asked, or null to count every waiver.</param>
    public static ValueList<WaivedRequirement> Of(PolicyModel model, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(model);
        var cover = new RequirementCover(
            model,
            asOf?.DayNumber,
            new ClaimFaults(model, new RuleReach(model, asOf?.DayNumber, new LeftOut())));
        return (
            from required in RequiredIds(model.Governance)
            from waiver in cover.WaiversOf(required.Required.Id)
            where asOf is null || waiver.Until >= asOf.Value.DayNumber
            orderby required.Tier, required.Required.Id
            select new WaivedRequirement(required.Tier, required.Required, waiver)).ToValueList();
    }

    // What a tier requires once more is one requirement.
    private static IEnumerable<RequiredId> RequiredIds(GovernanceModel governance) => Tiers.RequiredTiers.Required(governance)
        .SelectMany(required => required.Tier.Ids.Select(id => new RequiredId(required.Status.Written, id)))
        .DistinctBy(required => new { required.Tier, required.Required.Id });

    private sealed record RequiredId(string Tier, RequiredIdModel Required);
}
