namespace AirsPolicy.Text.Literals;

/// <summary>A text that is looked for.</summary>
/// <param name="Text">At least <see cref="LiteralScan.ShortestLiteral"/> units.</param>
/// <param name="IgnoreCase">Letters of ASCII match in either case; the text is then of ASCII alone.</param>
/// <param name="Owner">Who looks for it: a number of the caller's, from 0 on.</param>
internal readonly record struct SoughtLiteral(string Text, bool IgnoreCase, int Owner)
{
    /// <summary>Whether the text stands at a place.</summary>
    public bool StandsAt(ReadOnlySpan<char> text, int start)
    {
        if (start < 0 || start + Text.Length > text.Length) return false;
        var there = text.Slice(start, Text.Length);
        return IgnoreCase ? System.Text.Ascii.EqualsIgnoreCase(there, Text) : there.SequenceEqual(Text);
    }
}
