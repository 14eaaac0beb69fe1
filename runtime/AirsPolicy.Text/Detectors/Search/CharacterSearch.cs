using System.Buffers;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>Looks for the next character of a set, many characters at a time as long as the text is of ASCII.</summary>
internal sealed class CharacterSearch
{
    private readonly CodePointSet _set;
    private readonly SearchValues<char> _others;

    public CharacterSearch(CodePointSet set)
    {
        _set = set;
        _others = SearchValues.Create([
            .. Enumerable.Range(0, 128).Where(character => !set.Contains(character)).Select(character => (char)character),
        ]);
    }

    /// <summary>Where the next character stands, or -1. For a pair that is its first half.</summary>
    public int IndexFrom(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var index = text[from..].IndexOfAnyExcept(_others);
            if (index < 0) return -1;
            from += index;
            var isPair = from + 1 < text.Length && char.IsHighSurrogate(text[from]) && char.IsLowSurrogate(text[from + 1]);
            if (_set.Contains(isPair ? char.ConvertToUtf32(text[from], text[from + 1]) : text[from])) return from;
            from += isPair ? 2 : 1;
        }

        return -1;
    }
}
