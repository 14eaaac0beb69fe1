namespace AirsPolicy.Runtime.Decisions;

/// <summary>Counts Unicode scalars: a surrogate pair is one, and a lone surrogate, which no fact holds, counts as one.</summary>
internal static class ScalarCount
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    /// <summary>The length in UTF-16 units of the longest prefix of whole scalars within both limits.</summary>
    public static int Prefix(ReadOnlySpan<char> text, long scalars, long bytes)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (--scalars < 0 || bytes < 0)
                break;
            length += rune.Utf16SequenceLength;
        }
        return length;
    }
}
