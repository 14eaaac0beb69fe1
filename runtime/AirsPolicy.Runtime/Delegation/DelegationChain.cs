using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Delegation;

/// <summary>Who works for whom.</summary>
/// <param name="Agents">From the agent that began to the one that acts; at least one.</param>
/// <param name="Scope">What the last of them may do.</param>
public sealed record DelegationChain(ValueList<string> Agents, Scope Scope)
{
    /// <summary>How often the work was handed on; 0 for the agent that began.</summary>
    public int Depth => Agents.Count - 1;
}
