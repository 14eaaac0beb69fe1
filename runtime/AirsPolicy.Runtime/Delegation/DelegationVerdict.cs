using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Delegation;

/// <summary>Whether work is handed on.</summary>
/// <param name="Chain">The chain as it goes on, or null where there is a refusal.</param>
/// <param name="Refusals">Every reason against it, each once, in the order of <see cref="DelegationRefusal"/>.</param>
public sealed record DelegationVerdict(DelegationChain? Chain, ValueList<DelegationRefusal> Refusals);
