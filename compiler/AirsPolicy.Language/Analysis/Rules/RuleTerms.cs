namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>What a condition speaks of.</summary>
internal sealed class RuleTerms
{
    /// <summary>What a rule speaks of that always fires.</summary>
    public static readonly RuleTerms None = new([], []);

    /// <param name="spoken">All of it, by number.</param>
    /// <param name="asked">What each thing speaks of that it asks for.</param>
    public RuleTerms(int[] spoken, int[][] asked)
    {
        (Spoken, Asked, SpokenBits) = (spoken, asked, BitsOf(spoken));
        // What speaks of nothing is true or false by itself.
        FirstAsked = asked.Length > 0 && asked[0].Length > 0 ? BitsOf(asked[0]) : ulong.MaxValue;
    }

    public int[] Spoken { get; }

    public int[][] Asked { get; }

    /// <summary>A bit for each term, which some share.</summary>
    public ulong SpokenBits { get; }

    /// <summary>The same of the first thing that it asks for; all where any will do.</summary>
    public ulong FirstAsked { get; }

    private static ulong BitsOf(int[] terms)
    {
        var bits = 0UL;
        foreach (var term in terms)
            bits |= 1UL << (term & 63);
        return bits;
    }
}
