namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>Whether a person may close a breaker. A pure function of what is known.</summary>
public static class BreakerClosing
{
    /// <summary>Why not, for the person who asks; null where nothing stands against it.</summary>
    /// <param name="breaker">The breaker.</param>
    /// <param name="phase">How it stands for the key; null where no key is given.</param>
    /// <param name="isPerson">A person asks, and no agent or service.</param>
    /// <param name="roles">The roles of the person.</param>
    public static string? Refusal(BreakerDefinition breaker, BreakerPhase? phase, bool isPerson, IReadOnlyCollection<string> roles)
    {
        ArgumentNullException.ThrowIfNull(breaker);
        ArgumentNullException.ThrowIfNull(roles);
        if (breaker.CloseBy.Count == 0)
            return $"The breaker '{breaker.Name}' closes by itself alone: it has no 'close by'.";
        if (!isPerson)
            return $"The breaker '{breaker.Name}' is closed by a person alone, not by an agent or a service.";
        if (!breaker.CloseBy.Any(roles.Contains))
            return $"The breaker '{breaker.Name}' is closed by {string.Join(" or ", breaker.CloseBy.Select(role => $"'{role}'"))} alone.";
        return phase switch
        {
            null => $"The breaker '{breaker.Name}' is one for each key: 'recovery.key' says which is to be closed.",
            BreakerPhase.Closed => $"The breaker '{breaker.Name}' is not open: there is nothing to close.",
            _ => null,
        };
    }

    /// <summary>What is said where the breaker that is asked for is none of the policy's.</summary>
    public static string NoBreaker(IEnumerable<string> breakers) =>
        $"'recovery.id' names no breaker; there are {string.Join(", ", breakers.Select(breaker => $"'{breaker}'"))}.";
}
