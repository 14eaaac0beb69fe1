using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Scores;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>A learned model in views; what it is surest of counts, times the weight.</summary>
internal sealed class LearnedSearch(LinearModel model, TextViewKind[] views, int weight) : ItemSearch(weight)
{
    public override void Find(in Searched text, SpanBuffer matches)
    {
        for (var view = 0; view < views.Length; view++)
        {
            if (!IsSeen(text, view)) Find(model, text.View(views[view]), matches);
        }
    }

    // Asked only where there are matches, which few texts have.
    public override long WeightIn(in Searched text)
    {
        var share = 0;
        for (var view = 0; view < views.Length; view++)
        {
            if (!IsSeen(text, view)) share = Math.Max(share, model.ShareOf(text.View(views[view]).Text, out _));
        }
        return Millionths.Multiply(share, Weight);
    }

    // Whether an earlier view says the same: most texts hold nothing that could be decoded.
    private bool IsSeen(in Searched text, int view)
    {
        for (var earlier = 0; earlier < view; earlier++)
        {
            if (text.View(views[earlier]).Text.SequenceEqual(text.View(views[view]).Text)) return true;
        }
        return false;
    }

    /// <summary>
    /// Adds the words that speak most for what a model looks for, and gives its share; the whole window where no word does.
    /// </summary>
    public static int Find(LinearModel model, TextView view, SpanBuffer matches)
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
