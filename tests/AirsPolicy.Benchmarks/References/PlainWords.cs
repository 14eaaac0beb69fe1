namespace AirsPolicy.Benchmarks.References;

/// <summary>What it costs to keep the words of texts by hand: each run of letters and digits in a set.</summary>
internal static class PlainWords
{
    public static HashSet<string> Of(IEnumerable<string> texts)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            for (var start = 0; start < text.Length; start++)
            {
                var end = start;
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                    end++;
                if (end > start)
                    lookup.Add(text.AsSpan(start..end));
                start = end;
            }
        }
        return words;
    }
}
