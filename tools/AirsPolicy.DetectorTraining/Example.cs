using AirsPolicy.Runtime.Text.Detectors.Learned;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>A text as a model sees it: its windows, each the features in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Windows">The windows.</param>
internal sealed record Example(LabelledText Text, Window[] Windows)
{
    public static Example Of(LabelledText text)
    {
        var all = new List<List<int>>();
        var blocks = new Blocks(all);
        TextFeatures.Collect(Folding.Fold(text.Text), ref blocks);
        return new Example(text, all.Count < 2 ? [.. all.Select(Window.Of)] : [.. all.Zip(all.Skip(1), (one, next) => Window.Of([.. one, .. next]))]);
    }

    private readonly struct Blocks(List<List<int>> all) : IFeatureSink
    {
        public void AddRun(int bucket, int end)
        {
            var block = (end - 1) / WindowSums.BlockLength;
            while (all.Count <= block) all.Add([]);
            all[block].Add(bucket);
        }

        public void AddWords(int bucket, int start, int end) => AddRun(bucket, end);
    }
}
