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
    public override void Find(in Searched text, SpanBuffer matches) => Find(model, LookAt(text), matches);

    // Asked only where there are matches, which few texts have.
    public override long WeightIn(in Searched text) => Millionths.Multiply(LookAt(text).Share, Weight);

    // Kept, since the weight is asked for right behind the matches and a look costs more than all else.
    private LearnedLook LookAt(in Searched text)
    {
        if (text.Asked.LastLook is { } last && last.Item == this) return last.Look;
        var look = readsDecoded
            ? LookAt(model, text.Read, text.ReadOf(TextViewKind.Meant))
            : LookAt(model, text.ReadOf(TextViewKind.Folded), null);
        text.Asked.LastLook = (this, look);
        return look;
    }

    /// <summary>What a model says of what is read, or of what that means, whichever is more; an empty view is not asked about.</summary>
    public static LearnedLook LookAt(LearnedModel model, ReadText read, ReadText? meant)
    {
        var look = LookAt(model, read.Text);
        return meant is not null && LookAt(model, meant.Text) is var other && other.Share > look.Share ? other : look;
    }

    private static LearnedLook LookAt(LearnedModel model, TextView view) =>
        view.Length == 0 ? new LearnedLook(view, 0, default) : new LearnedLook(view, model.ShareOf(view.Text, out var window), window);

    /// <summary>Adds the words that speak most for what a model looks for; the whole window where no word does.</summary>
    public static void Find(LearnedModel model, LearnedLook look, SpanBuffer matches)
    {
        if (look.Share == 0) return;
        Span<TextSpan> reasons = stackalloc TextSpan[LinearModel.MostReasons];
        var count = model.ReasonsOf(look.View.Text, look.Window, reasons);
        if (count == 0) matches.Add(look.View.ToOriginal(look.Window.Start, look.Window.End));
        foreach (var reason in reasons[..count])
            matches.Add(look.View.ToOriginal(reason.Start, reason.End));
    }
}
