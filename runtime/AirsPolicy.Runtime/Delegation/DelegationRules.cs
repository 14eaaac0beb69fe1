using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Delegation;

/// <summary>Who may hand work to whom. What no grant names is refused.</summary>
/// <param name="Grants">The declared agents, each once.</param>
/// <param name="RequiredScope">The parts that the scope of whoever takes work has to have, inherited or asked for.</param>
public sealed record DelegationRules(ValueList<AgentGrant> Grants, ValueList<string> RequiredScope)
{
    internal AgentGrant? Of(string agent)
    {
        foreach (var grant in Grants)
        {
            if (string.Equals(grant.Agent, agent, StringComparison.Ordinal))
                return grant;
        }

        return null;
    }
}
