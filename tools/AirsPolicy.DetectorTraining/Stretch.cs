using AirsPolicy.Text;
using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>The stretch of a text that a network learns from: as much as the longest window, around the strongest one.</summary>
internal static class Stretch
{
    private const int Length = WindowSums.Large * FeatureBlock.Length;

    /// <summary>Where it stands.</summary>
    /// <param name="window">The strongest window of the text.</param>
    /// <param name="length">The length of the text, in UTF-16 units.</param>
    public static TextSpan Around(TextSpan window, int length)
    {
        var start = Math.Clamp(window.Start - (Length - (window.End - window.Start)) / 2, 0, Math.Max(0, length - Length));
        return new TextSpan(start, Math.Min(length, start + Length));
    }
}
