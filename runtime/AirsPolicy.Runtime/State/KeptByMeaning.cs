namespace AirsPolicy.Runtime.State;

/// <summary>
/// What was counted or drawn, by what it means, for all policies that a host has had. It is shared and never copied, so that requests in
/// flight on one policy and those of the next write to the same. What the policy at hand does not ask for stays for the one that does:
/// nothing is ever taken out. Only under the lock of the clock.
/// </summary>
/// <typeparam name="TMeaning">What is kept; equal ones are the same.</typeparam>
/// <typeparam name="TTally">How it is kept.</typeparam>
/// <param name="make">Makes an empty one.</param>
/// <param name="known">Called with one that begins, and its number; null for nobody.</param>
internal sealed class KeptByMeaning<TMeaning, TTally>(Func<TMeaning, TTally> make, Action<TMeaning, int>? known)
    where TMeaning : notnull
    where TTally : class
{
    // Two that mean the same within one policy are told apart by their order.
    private readonly Dictionary<(TMeaning Meaning, int Nth), int> _numbers = [];
    private readonly List<(TMeaning Meaning, TTally Tally)> _all = [];

    /// <summary>Everything that is kept, by number: that stays, whatever policy comes.</summary>
    public IReadOnlyList<(TMeaning Meaning, TTally Tally)> All => _all;

    /// <summary>The numbers of what one policy asks for, in its order; what is not there begins empty.</summary>
    public int[] Of(IEnumerable<TMeaning> meanings)
    {
        var seen = new Dictionary<TMeaning, int>();
        return
        [
            .. meanings.Select(meaning =>
            {
                var nth = seen[meaning] = seen.GetValueOrDefault(meaning) + 1;
                if (_numbers.TryGetValue((meaning, nth), out var number))
                    return number;
                known?.Invoke(meaning, _all.Count);
                return Add(meaning, nth);
            }),
        ];
    }

    /// <summary>What is kept under a number that a journal knows.</summary>
    public (TMeaning Meaning, TTally Tally) Kept(int number) =>
        number >= 0 && number < _all.Count
            ? _all[number]
            : throw new InvalidDataException($"Nothing is kept under the number {number}.");

    /// <summary>One that a journal knows: it has the next number.</summary>
    public void Restore(TMeaning meaning, int number)
    {
        // The state is written again from the beginning, with all that is known already.
        if (number < _all.Count && EqualityComparer<TMeaning>.Default.Equals(_all[number].Meaning, meaning))
            return;
        if (number != _all.Count)
            throw new InvalidDataException($"What is kept under the number {number} is not the next.");
        var nth = 1;
        while (_numbers.ContainsKey((meaning, nth)))
            nth++;
        Add(meaning, nth);
    }

    private int Add(TMeaning meaning, int nth)
    {
        var number = _all.Count;
        _numbers.Add((meaning, nth), number);
        _all.Add((meaning, make(meaning)));
        return number;
    }
}
