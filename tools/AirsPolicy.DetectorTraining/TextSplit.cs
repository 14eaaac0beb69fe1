namespace AirsPolicy.DetectorTraining;

/// <summary>Which texts are kept apart to judge by, by what they say alone, so that the split never depends on their order.</summary>
internal static class TextSplit
{
    /// <summary>The number of parts.</summary>
    public const int Parts = 4;

    private const int ShingleLength = 4;

    /// <summary>The part that a text belongs to, by a hash of its letters.</summary>
    public static int PartOf(string text) => (int)(Hash(Letters(text)) % Parts);

    /// <summary>The texts of which more than half stands in others, word for word.</summary>
    public static HashSet<LabelledText> NearRepeats(IEnumerable<LabelledText> texts, IEnumerable<LabelledText> others)
    {
        var known = others.SelectMany(text => Shingles(text.Text)).ToHashSet();
        return
        [
            .. texts.Where(text =>
                Shingles(text.Text).ToList() is { Count: > 0 } shingles && 2 * shingles.Count(known.Contains) > shingles.Count),
        ];
    }

    private static IEnumerable<ulong> Shingles(string text)
    {
        var words = Letters(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < ShingleLength)
            return [Hash(string.Join(' ', words))];
        return Enumerable
            .Range(0, words.Length - ShingleLength + 1)
            .Select(start => Hash(string.Join(' ', words.AsSpan(start, ShingleLength)!)));
    }

    private static string Letters(string text) => new([.. text.Select(unit => char.IsLetter(unit) ? char.ToLowerInvariant(unit) : ' ')]);

    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in text)
        {
            if (unit != ' ') hash = (hash ^ unit) * 0x100000001B3;
        }
        return hash ^ hash >> 29;
    }
}
