using System.Text;

namespace AirsPolicy.Text;

/// <summary>The sizes of texts that policies speak of.</summary>
public static class TextMeasures
{
    /// <summary>The number of Unicode scalars, <c>length</c> of the language. A lone surrogate counts as one.</summary>
    public static int ScalarCount(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        var rest = text;
        while (rest.IndexOfAnyInRange('\uD800', '\uDBFF') is var high and >= 0)
        {
            var paired = high + 1 < rest.Length && char.IsLowSurrogate(rest[high + 1]);
            if (paired) pairs++;
            rest = rest[(high + (paired ? 2 : 1))..];
        }
        return text.Length - pairs;
    }

    /// <summary>Whether the number of Unicode scalars lies between two bounds, either included.</summary>
    internal static bool HasScalars(ReadOnlySpan<char> text, long least, long most)
    {
        // A scalar takes one unit or two, so that the units mostly say it all.
        if (text.Length <= most && text.Length - text.Length / 2 >= least) return true;
        var scalars = ScalarCount(text);
        return scalars >= least && scalars <= most;
    }

    /// <summary>The number of bytes in UTF-8, <c>size</c> of the language. A lone surrogate counts as the three bytes of U+FFFD.</summary>
    /// <exception cref="ArgumentException">The text is over 700 million units, so that the size is no <see cref="int"/>.</exception>
    public static int Utf8Length(ReadOnlySpan<char> text) => Encoding.UTF8.GetByteCount(text);
}
