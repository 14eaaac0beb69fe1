using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors;

/// <summary>What a learned model says of a text. For engines that are asked once; it allocates.</summary>
/// <param name="Share">How much the text is what the model looks for, in millionths.</param>
/// <param name="Matches">The words that speak most for it, in UTF-16 units of the original; none where the share is nothing.</param>
public sealed record LearnedDetection(int Share, ValueList<Detection> Matches)
{
    /// <summary>Asks a model about a text in a view.</summary>
    /// <param name="weights">The weights file.</param>
    /// <param name="view">The view; with the decoded one also what that means, and the folded one where nothing is encoded.</param>
    /// <param name="text">The text as it came.</param>
    /// <exception cref="ArgumentException">The weights cannot be read.</exception>
    public static LearnedDetection Of(string weights, TextViewKind view, string text)
    {
        var model = WeightsFile.Parse(weights);
        var (read, meant) = (new TextView(), new TextView());
        TextViews.Write(view, text, read);
        if (view == TextViewKind.Decoded)
        {
            if (read.Length == 0) TextViews.Write(TextViewKind.Folded, text, read);
            TextViews.Mean(read, meant);
        }
        var (readText, meantText) = (new ReadText(), new ReadText());
        readText.Fill(read);
        meantText.Fill(meant);
        var matches = new SpanBuffer();
        var look = LearnedSearch.LookAt(model, readText, meantText);
        LearnedSearch.Find(model, look, matches);
        matches.Order(0);
        return new LearnedDetection(
            look.Share,
            Enumerable.Range(0, matches.Count).Select(i => new Detection(matches[i].Start, matches[i].End)).ToValueList());
    }
}
