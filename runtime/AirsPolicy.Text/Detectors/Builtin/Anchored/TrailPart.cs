using System.Buffers;

namespace AirsPolicy.Text.Detectors.Builtin.Anchored;

/// <summary>A row of units behind an anchor, read as far as it goes and never again.</summary>
/// <param name="Units">The units of the row, or with <paramref name="Except"/> those that end it.</param>
/// <param name="Least">With fewer of them nothing is found.</param>
/// <param name="Most">The most that are read.</param>
/// <param name="Except">Whether the row is of all units but these.</param>
internal sealed record TrailPart(SearchValues<char> Units, int Least, int Most, bool Except = false)
{
    private static readonly SearchValues<char> s_none = SearchValues.Create("");

    /// <summary>Characters that end the row where they stand together; empty for none.</summary>
    public string Terminator { get; init; } = "";

    /// <summary>Units of a set.</summary>
    public static TrailPart Of(string units, int least, int most) => new(SearchValues.Create(units), least, most);

    /// <summary>Any units.</summary>
    public static TrailPart Any(int most) => new(s_none, 0, most, Except: true);

    /// <summary>Where the row ends that goes on at a place of a text, or the end of what is there of it.</summary>
    /// <param name="text">The text, no longer than the row may be.</param>
    /// <param name="from">Where the row began.</param>
    /// <param name="at">How far it has been read.</param>
    public int EndIn(ReadOnlySpan<char> text, int from, int at)
    {
        if (Terminator.Length > 0)
        {
            var start = Math.Max(from, at - Terminator.Length + 1);
            return text[start..].IndexOf(Terminator, StringComparison.Ordinal) is >= 0 and var index ? start + index : text.Length;
        }
        var other = Except ? text[at..].IndexOfAny(Units) : text[at..].IndexOfAnyExcept(Units);
        return other < 0 ? text.Length : at + other;
    }
}
