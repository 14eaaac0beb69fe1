namespace AirsPolicy.Language.Text;

/// <summary>Finds what a misspelt word probably means.</summary>
internal static class Spelling
{
    // Longer words are never worth the table; it lives on the stack.
    private const int LongestWord = 64;

    /// <summary>
    /// The candidate that is reached from <paramref name="word"/> with the fewest insertions, deletions, replacements and
    /// swaps of neighbours, case set aside; null where none is near: one change for words up to 4 letters, two up to 8, else three.
    /// Of two equally near the first wins.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        if (word.Length is 0 or > LongestWord)
            return null;
        var best = Allowance(word.Length) + 1;
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= best || candidate.Length > LongestWord)
                continue;
            var distance = Distance(word, candidate, best);
            // Two letters that share nothing are another word, not a misspelling.
            if (distance >= best || distance >= Math.Max(word.Length, candidate.Length))
                continue;
            best = distance;
            nearest = candidate;
        }

        return nearest;
    }

    private static int Allowance(int length) => length <= 4 ? 1 : length <= 8 ? 2 : 3;

    // Optimal string alignment; gives up once every path costs at least `bound`.
    private static int Distance(string left, string right, int bound)
    {
        Span<int> before = stackalloc int[LongestWord + 1], last = stackalloc int[LongestWord + 1], row = stackalloc int[LongestWord + 1];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = Lower(left[i - 1]) == Lower(right[j - 1]);
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Lower(left[i - 1]) == Lower(right[j - 2]) && Lower(left[i - 2]) == Lower(right[j - 1]))
                    cost = Math.Min(cost, before[j - 2] + 1);
                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least >= bound)
                return bound;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[right.Length];
    }

    private static char Lower(char unit) => unit is >= 'A' and <= 'Z' ? (char)(unit | 0x20) : unit;
}
