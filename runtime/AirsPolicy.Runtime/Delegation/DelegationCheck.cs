using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Delegation;

/// <summary>Decides whether an agent may hand on its work, from what is known alone.</summary>
public static class DelegationCheck
{
    /// <summary>Hands on work, or says every reason why not.</summary>
    /// <param name="rules">Who may hand work to whom.</param>
    /// <param name="chain">Who works for whom so far; the last agent hands on.</param>
    /// <param name="to">The agent that is to take the work.</param>
    /// <param name="asked">The scope it is to have. It gets what the chain and this allow.</param>
    public static DelegationVerdict Decide(DelegationRules rules, DelegationChain chain, string to, Scope asked)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(asked);
        var refusals = new SortedSet<DelegationRefusal>();
        CheckAgents(rules, chain, to, refusals);
        var scope = chain.Scope.Meet(asked);
        if (scope is null)
            refusals.Add(DelegationRefusal.ScopeMisfit);
        else if (rules.RequiredScope.Any(part => scope.Find(part) is null))
            refusals.Add(DelegationRefusal.ScopeMissing);
        return scope is not null && refusals.Count == 0
            ? new DelegationVerdict(new DelegationChain([.. chain.Agents, to], scope), [])
            : new DelegationVerdict(null, refusals.ToValueList());
    }

    private static void CheckAgents(DelegationRules rules, DelegationChain chain, string to, SortedSet<DelegationRefusal> refusals)
    {
        if (chain.Agents.Count == 0 || rules.Of(to) is null)
            refusals.Add(DelegationRefusal.UnknownAgent);
        foreach (var agent in chain.Agents)
        {
            var grant = rules.Of(agent);
            if (grant is null)
                refusals.Add(DelegationRefusal.UnknownAgent);
            else if (chain.Depth >= grant.Depth)
                refusals.Add(DelegationRefusal.TooDeep);
            if (string.Equals(agent, to, StringComparison.Ordinal))
                refusals.Add(DelegationRefusal.Cycle);
        }

        if (chain.Agents.Count > 0 && rules.Of(chain.Agents[^1]) is { } last && !last.To.Contains(to, StringComparer.Ordinal))
            refusals.Add(DelegationRefusal.PairNotAllowed);
    }
}
