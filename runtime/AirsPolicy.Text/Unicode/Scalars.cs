namespace AirsPolicy.Text.Unicode;

/// <summary>Reads code points out of UTF-16. A lone surrogate is read as itself.</summary>
internal static class Scalars
{
    /// <summary>The first code point of a text that is not empty, and its length in units.</summary>
    public static int First(ReadOnlySpan<char> text, out int length)
    {
        length = char.IsHighSurrogate(text[0]) && text.Length > 1 && char.IsLowSurrogate(text[1]) ? 2 : 1;
        return length == 2 ? char.ConvertToUtf32(text[0], text[1]) : text[0];
    }

    /// <summary>The last code point of a text that is not empty, and its length in units.</summary>
    public static int Last(ReadOnlySpan<char> text, out int length)
    {
        length = char.IsLowSurrogate(text[^1]) && text.Length > 1 && char.IsHighSurrogate(text[^2]) ? 2 : 1;
        return length == 2 ? char.ConvertToUtf32(text[^2], text[^1]) : text[^1];
    }
}
