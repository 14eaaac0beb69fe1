using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Scores;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>
/// A learned model over the folded text; over the decoded one in its place, where that is looked at and anything is encoded. What is
/// encoded reads like nothing that a model has learned, so that most of it would be flagged, whatever it says. What is misspelt is read
/// twice, as it stands and as it is meant, and the greater share counts: a guess must not hide what was typed.
/// </summary>
internal sealed class LearnedSearch(LearnedModel model, bool readsDecoded, int weight) : ItemSearch(weight)
{
    public override void Find(in Searched text, SpanBuffer matches) => Find(model, ViewOf(text), matches);

    // Asked only where there are matches, which few texts have.
    public override long WeightIn(in Searched text) => Millionths.Multiply(model.ShareOf(ViewOf(text).Text, out _), Weight);

    private TextView ViewOf(in Searched text) =>
        readsDecoded ? ViewOf(model, text.Read, text.View(TextViewKind.Meant)) : text.Folded;

    /// <summary>The view of which a model says more: of what is read, or of what that means, if it is not empty.</summary>
    public static TextView ViewOf(LearnedModel model, TextView read, TextView meant) =>
        meant.Length > 0 && model.ShareOf(meant.Text, out _) > model.ShareOf(read.Text, out _) ? meant : read;

    /// <summary>
    /// Adds the words that speak most for what a model looks for, and gives its share; the whole window where no word does.
    /// </summary>
    public static int Find(LearnedModel model, TextView view, SpanBuffer matches)
    {
        var folded = view.Text;
        if (folded.IsEmpty) return 0;
        var share = model.ShareOf(folded, out var window);
        if (share == 0) return 0;
        Span<TextSpan> reasons = stackalloc TextSpan[LinearModel.MostReasons];
        var count = model.ReasonsOf(folded, window, reasons);
        if (count == 0) matches.Add(view.ToOriginal(window.Start, window.End));
        foreach (var reason in reasons[..count])
            matches.Add(view.ToOriginal(reason.Start, reason.End));
        return share;
    }
}
