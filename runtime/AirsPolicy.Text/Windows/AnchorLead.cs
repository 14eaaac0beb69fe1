using System.Buffers;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// What of the end of a text can be the beginning of what is found by an anchor that has not come yet, where units stand before the anchor.
/// </summary>
/// <param name="Most">The most units of it.</param>
/// <param name="Units">What they can be.</param>
internal sealed record AnchorLead(int Most, SearchValues<char> Units)
{
    /// <summary>Where that begins.</summary>
    public int HeldIn(ReadOnlySpan<char> text)
    {
        var first = Math.Max(0, text.Length - Most);
        return first + text[first..].LastIndexOfAnyExcept(Units) + 1;
    }
}
