namespace AirsPolicy.Runtime.State;

/// <summary>
/// What was counted or drawn, by what it means, for all policies that a host has had. It is shared and never copied, so that requests in
/// flight on one policy and those of the next write to the same. What the policy at hand does not ask for stays for the one that does:
/// nothing is ever taken out. Only under the lock of the clock.
/// </summary>
/// <typeparam name="TMeaning">What is kept; equal ones are the same.</typeparam>
/// <typeparam name="TTally">How it is kept.</typeparam>
internal sealed class KeptByMeaning<TMeaning, TTally>
    where TMeaning : notnull
    where TTally : class
{
    // Two that mean the same within one policy are told apart by their order.
    private readonly Dictionary<(TMeaning Meaning, int Nth), TTally> _all = [];

    /// <summary>Everything that is kept.</summary>
    public IEnumerable<(TMeaning Meaning, TTally Tally)> All => _all.Select(entry => (entry.Key.Meaning, entry.Value));

    /// <summary>What is kept for what one policy asks for, in its order; what is not there begins empty.</summary>
    public TTally[] Of(IEnumerable<TMeaning> meanings, Func<TMeaning, TTally> make)
    {
        var seen = new Dictionary<TMeaning, int>();
        return [.. meanings.Select(meaning =>
        {
            var nth = seen[meaning] = seen.GetValueOrDefault(meaning) + 1;
            if (!_all.TryGetValue((meaning, nth), out var tally))
                _all.Add((meaning, nth), tally = make(meaning));
            return tally;
        })];
    }
}
