using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>A text as a model sees it: its windows, each the features in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Windows">The windows.</param>
internal sealed record Example(LabelledText Text, Window[] Windows)
{
    public static Example Of(LabelledText text)
    {
        var all = new List<BlockFeatures>();
        var blocks = new Blocks(all);
        TextFeatures.Collect(Folding.Fold(TrainingData.Learned(text)), ref blocks);
        return new Example(
            text,
            [
                .. WindowsOf(all, WindowSums.Small),
                .. all.Count is > 0 and < WindowSums.Large ? [Window.Of(all)] : WindowsOf(all, WindowSums.Large),
            ]);
    }

    // A text of two blocks is itself a small window.
    private static IEnumerable<Window> WindowsOf(List<BlockFeatures> all, int blocks) =>
        all.Count == WindowSums.Small && blocks == WindowSums.Small
            ? []
            : Enumerable.Range(0, Math.Max(0, all.Count - blocks + 1)).Select(first => Window.Of(all[first..(first + blocks)]));

    private readonly struct Blocks(List<BlockFeatures> all) : IFeatureSink
    {
        public void Add(scoped FeatureBlock block)
        {
            var words = new int[block.Buckets.Length];
            for (var at = 0; at < words.Length; at++) words[at] = (int)block.Buckets[at];
            var concepts = new List<int>();
            for (var at = 0; at < block.Concepts.Count; at++)
            {
                for (var back = 0; back <= block.Concepts.BackFrom(at); back++)
                    concepts.Add(TextFeatures.Buckets + block.Concepts.FeatureOf(at, back));
            }
            all.Add(new BlockFeatures(words, [.. concepts]));
        }
    }
}
