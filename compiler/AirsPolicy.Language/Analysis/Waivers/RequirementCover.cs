using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>What stands behind the ids that a tier requires: something that is enforced, or a waiver, or nothing.</summary>
internal sealed class RequirementCover(PolicyModel model, int? asOf, ClaimFaults faults)
{
    private readonly Dictionary<string, ControlModel> _controls = model.Controls.ToDictionary(
        control => control.Id,
        StringComparer.Ordinal);

    /// <summary>What claims an id, enforced or not; what a library claims idly is left out.</summary>
    public IEnumerable<ClaimModel> ClaimsOf(string id) => model.Governance.Claims.Where(claim => claim.Id == id && !faults.IsIdle(claim));

    /// <summary>What a library claims of an id and can never do in this policy.</summary>
    public IEnumerable<ClaimModel> IdleClaimsOf(string id) =>
        model.Governance.Claims.Where(claim => claim.Id == id && faults.IsIdle(claim));

    /// <summary>What claims an id and is enforced; null where nothing is.</summary>
    public ClaimModel? MetBy(string id) =>
        ClaimsOf(id)
            .FirstOrDefault(claim => _controls.GetValueOrDefault(claim.By) is not { } control || Enforcement.IsEnforced(control, asOf));

    /// <summary>The same where the claim has no fault: for reports on policies that do not build.</summary>
    public ClaimModel? TrulyMetBy(string id) => ClaimsOf(id).FirstOrDefault(claim =>
        faults.Of(claim) is null
        && (_controls.GetValueOrDefault(claim.By) is not { } control || Enforcement.IsEnforced(control, asOf)));

    /// <summary>The waivers that stand for an id which nothing enforced claims: of the id, or of a control that claims it.</summary>
    public IEnumerable<WaiverModel> WaiversOf(string id) => MetBy(id) is not null ? [] : model.Governance.Waivers.Where(waiver =>
        waiver.Kind == WaiverKind.Id ? waiver.Subject == id : ClaimsOf(id).Any(claim => claim.By == waiver.Subject && IsBackAfter(waiver)));

    /// <summary>What says that an id does not apply to the system, or null.</summary>
    public InapplicableModel? InapplicableOf(string id) => model.Governance.Inapplicable.FirstOrDefault(known => known.Id == id);

    // A control in detect mode for longer than its waiver lasts is not what the waiver takes away.
    private bool IsBackAfter(WaiverModel waiver) =>
        _controls.GetValueOrDefault(waiver.Subject)?.Detect?.Until is { } until && until <= waiver.Until;
}
