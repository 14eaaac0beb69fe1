namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// The stretches of a text that a network is asked about: first the one around its strongest window, then all of the text, one half of each
/// in the next. So nothing that stands in one place takes back what is found in another. A short text is one stretch.
/// </summary>
internal static class Stretches
{
    /// <summary>The length of a stretch, in UTF-16 units: as much as the longest window.</summary>
    public const int Length = WindowSums.Large * FeatureBlock.Length;

    private const int Step = Length / 2;

    /// <summary>How many there are in a text of a length.</summary>
    public static int CountIn(int length) => length <= Length ? 1 : 2 + (length - Length + Step - 1) / Step;

    /// <summary>One of them.</summary>
    /// <param name="number">Which, from 0 on.</param>
    /// <param name="window">The strongest window of the text.</param>
    /// <param name="length">The length of the text.</param>
    public static TextSpan At(int number, TextSpan window, int length)
    {
        var start = number == 0 ? window.Start - (Length - (window.End - window.Start)) / 2 : (number - 1) * Step;
        start = Math.Clamp(start, 0, Math.Max(0, length - Length));
        return new TextSpan(start, Math.Min(length, start + Length));
    }
}
