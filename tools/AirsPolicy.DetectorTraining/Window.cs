using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>A stretch of a text.</summary>
/// <param name="Features">The features in it, one as often as it stands there: first words and runs of characters, then concepts.</param>
/// <param name="Words">How many of them are words and runs.</param>
internal sealed record Window(int[] Features, int Words)
{
    /// <summary>What the sum of the words and runs is multiplied with.</summary>
    public float WordShare { get; } = ShareOf(Words);

    /// <summary>What the sum of the concepts is multiplied with.</summary>
    public float ConceptShare { get; } = ShareOf(Features.Length - Words);

    /// <summary>The window of neighbouring blocks.</summary>
    public static Window Of(IReadOnlyCollection<BlockFeatures> blocks) => new(
        [.. blocks.SelectMany(block => block.Words), .. blocks.SelectMany(block => block.Concepts)],
        blocks.Sum(block => block.Words.Length));

    private static float ShareOf(int features) => 1 / MathF.Sqrt(features + WindowSums.FewFeatures);
}
