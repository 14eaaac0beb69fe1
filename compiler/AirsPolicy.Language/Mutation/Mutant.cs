using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Mutation;

/// <summary>A policy with one thing changed.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Of">The control or detector that it is made to, by its qualified name.</param>
/// <param name="Place">Where what was changed is written.</param>
/// <param name="Change">What was done, as one reads it behind what stands at the place (<c>says the contrary</c>).</param>
internal sealed record Mutant(MutantKind Kind, string Of, SourcePlace Place, string Change)
{
    /// <summary>Makes the changed policy.</summary>
    internal Func<PolicyModel, PolicyModel> Make { get; init; } = static model => model;

    /// <summary>Where something is evaluated in each test that can notice the change; null where any can.</summary>
    internal SourcePlace? AskedAt { get; init; }

    /// <summary>The detectors that say something else; the change is to none where there are none.</summary>
    internal IReadOnlyCollection<string> Detectors { get; init; } = [];
}
