using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Waivers;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Compiler.Bundles;

/// <summary>What a manifest says of who answers for a policy, of what is waived and of what does not apply.</summary>
internal static class GovernanceParts
{
    public static ValueList<BundleAccount> Accounts(GovernanceModel governance) =>
        governance
            .Accounts.Select(account => new BundleAccount(
                account.Declaration,
                account.Owner,
                account.ApprovedBy,
                DayOf(account.Effective),
                DayOf(account.Review)))
            .ToValueList();

    public static ValueList<BundleWaiver> Waivers(PolicyModel model)
    {
        var requirements = WaivedRequirement.Of(model, asOf: null).ToLookup(waived => waived.Waiver);
        return model
            .Governance.Waivers.Select(waiver => new BundleWaiver(
                waiver.Subject,
                waiver.Kind == WaiverKind.Id,
                waiver.Because,
                waiver.ApprovedBy,
                waiver.Role,
                DateOnly.FromDayNumber(waiver.Until),
                waiver.With.Select(compensation => compensation.Control).ToValueList(),
                requirements[waiver].Select(waived => new BundleRequirement(waived.Tier, waived.Required.Id)).ToValueList()))
            .ToValueList();
    }

    public static ValueList<BundleInapplicable> Inapplicable(GovernanceModel governance)
    {
        var tiers = InapplicableRequirement
            .Of(governance, asOf: null).ToLookup(required => required.Inapplicable, required => required.Tier);
        return governance
            .Inapplicable.Select(inapplicable => new BundleInapplicable(
                inapplicable.Id,
                inapplicable.Because,
                inapplicable.ApprovedBy,
                inapplicable.Role,
                DateOnly.FromDayNumber(inapplicable.Until),
                tiers[inapplicable].ToValueList()))
            .ToValueList();
    }

    private static DateOnly? DayOf(int? day) => day is { } number ? DateOnly.FromDayNumber(number) : null;
}
