namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>A network that is asked of the texts of which a linear model says enough.</summary>
/// <param name="From">The margin of the linear model from which on it is asked; below it a text is not what is looked for.</param>
/// <param name="Share">
/// What its margin is multiplied with before it is added to that of the linear model, in parts of <see cref="PhraseNetwork.Unit"/>; from 0
/// to 2^31.
/// </param>
/// <param name="Network">The network.</param>
internal sealed record SecondLook(long From, long Share, PhraseNetwork Network)
{
    /// <summary>The most that <see cref="Share"/> can be.</summary>
    public const long MostShare = 1L << 31;

    // As much as the longest window, so that a text costs no more however long it is.
    private const int Stretch = WindowSums.Large * FeatureBlock.Length;

    /// <summary>What is added to the margin of the linear model.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="window">Its window that looks most like what is looked for.</param>
    public long MarginOf(ReadOnlySpan<char> folded, TextSpan window) =>
        Network.MarginOf(StretchOf(folded, window)) * Share / PhraseNetwork.Unit;

    /// <summary>What the network looks at: a window in the middle of a stretch of the text, which is all of it where it is no longer.</summary>
    public static ReadOnlySpan<char> StretchOf(ReadOnlySpan<char> folded, TextSpan window)
    {
        var before = (Stretch - (window.End - window.Start)) / 2;
        var start = Math.Clamp(window.Start - before, 0, Math.Max(0, folded.Length - Stretch));
        return folded[start..Math.Min(folded.Length, start + Stretch)];
    }
}
