using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Reasoning;

namespace AirsPolicy.Language.Analysis.Claims;

/// <summary>
/// What libraries claim and can never do in a policy, for its tier or its parameters. It satisfies nothing there, and is no mistake of the
/// library.
/// </summary>
internal static class IdleClaims
{
    /// <summary>The idle claims of a policy, on whatever day a request comes.</summary>
    /// <param name="model">The policy.</param>
    public static IEnumerable<ClaimModel> Of(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var faults = new ClaimFaults(model, new RuleReach(model, asOf: null, new LeftOut()));
        return model.Governance.Claims.Where(faults.IsIdle);
    }
}
