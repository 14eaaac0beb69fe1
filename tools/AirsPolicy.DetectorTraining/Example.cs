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
        var all = new List<List<int>>();
        var folded = Folding.Fold(TrainingData.Learned(text));
        var blocks = new Blocks(all, folded);
        TextFeatures.Collect(folded, ref blocks);
        return new Example(
            text,
            all.Count < 2 ? [.. all.Select(Window.Of)] : [.. all.Zip(all.Skip(1), (one, next) => Window.Of([.. one, .. next]))]);
    }

    // Sums of weights are rounded in the order of the features: that in which reading unit by unit would come to know of them.
    private readonly struct Blocks(List<List<int>> all, string folded) : IFeatureSink
    {
        public void Add(scoped FeatureBlock block)
        {
            var features = new List<(int Known, bool IsWord, int Bucket)>();
            var firstEnd = Math.Max(block.Start + 1, TextFeatures.RunLength);
            for (var run = 0; run < block.Runs; run++) features.Add((firstEnd + run, false, block.Buckets[run]));
            for (var last = 0; last < block.Words.Count; last++)
            {
                var end = block.Words.SpanOf(last, 1).End;
                // A word is known to end when the next unit has been read, one that stands alone at once.
                var known = LetterUnits.IsLinked(folded[end - 1]) ? end + 1 : end;
                for (var words = 1; words <= block.Words.LongestAt(last); words++) features.Add((known, true, block.BucketOf(last, words)));
            }
            all.Add([.. features.OrderBy(feature => feature.Known).ThenBy(feature => feature.IsWord).Select(feature => feature.Bucket)]);
        }
    }
}
