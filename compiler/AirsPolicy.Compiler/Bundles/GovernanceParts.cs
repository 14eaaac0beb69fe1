using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Compiler.Bundles;

/// <summary>What a manifest says of who answers for a policy and of what is waived.</summary>
internal static class GovernanceParts
{
    public static ValueList<BundleAccount> Accounts(GovernanceModel governance) => governance.Accounts
        .Select(account => new BundleAccount(account.Declaration, account.Owner, account.ApprovedBy, DayOf(account.Effective), DayOf(account.Review)))
        .ToValueList();

    public static ValueList<BundleWaiver> Waivers(GovernanceModel governance) => governance.Waivers
        .Select(waiver => new BundleWaiver(
            waiver.Subject, waiver.Kind == WaiverKind.Id, waiver.Because, waiver.ApprovedBy, DateOnly.FromDayNumber(waiver.Until),
            waiver.With.Select(compensation => compensation.Control).ToValueList()))
        .ToValueList();

    private static DateOnly? DayOf(int? day) => day is { } number ? DateOnly.FromDayNumber(number) : null;
}
