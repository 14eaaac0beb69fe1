namespace AirsPolicy.Runtime.Decisions;

/// <summary>The beginnings of texts that a cut leaves.</summary>
internal static class ScalarPrefix
{
    /// <summary>The length in UTF-16 units of the longest prefix of whole scalars within both limits.</summary>
    /// <param name="scalars">The most Unicode scalars.</param>
    /// <param name="bytes">The most UTF-8 bytes.</param>
    public static int Length(ReadOnlySpan<char> text, long scalars, long bytes)
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
