using AirsPolicy.Text;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>A text as a network sees it: its words, each as rows of three tables.</summary>
/// <param name="Text">The text.</param>
/// <param name="Words">The row of each word.</param>
/// <param name="Concepts">The row of the concept that begins with it; 0 where none does.</param>
/// <param name="Pieces">The rows of its runs of letters.</param>
internal sealed record NetworkText(LabelledText Text, int[] Words, int[] Concepts, int[][] Pieces)
{
    /// <summary>The strongest window of a text, from which a network learns.</summary>
    /// <param name="text">The text.</param>
    /// <param name="windowOf">The strongest window of a folded text, by the linear model.</param>
    public static NetworkText Of(LabelledText text, Func<string, TextSpan> windowOf)
    {
        var folded = Folding.Fold(TrainingData.Learned(text));
        var (words, concepts, pieces) = (new List<int>(), new List<int>(), new List<int[]>());
        var span = windowOf(folded);
        var stretch = folded[span.Start..span.End];
        var sink = new NetworkWords<Rows>(stretch, new Rows(words, concepts, pieces));
        TextFeatures.Collect(stretch, ref sink);
        return new NetworkText(text, [.. words], [.. concepts], [.. pieces]);
    }

    private readonly struct Rows(List<int> words, List<int> concepts, List<int[]> all) : IWordSink
    {
        public void Add(int word, int concept, scoped ReadOnlySpan<int> pieces)
        {
            words.Add(word);
            concepts.Add(concept);
            all.Add(pieces.ToArray());
        }
    }
}
