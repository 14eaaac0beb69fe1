using AirsPolicy.Runtime.Text.Unicode;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>
/// A term in views, in each from left to right without overlap, and as whole words where the view knows words. Takes at most as many steps as the view has
/// units, times the units of the term.
/// </summary>
internal sealed class TermSearch(TermForm[] forms, int weight) : ItemSearch(weight)
{
    /// <summary>The term as it reads in each view.</summary>
    public TermForm[] Forms { get; } = forms;

    public override void Find(in Searched text, SpanBuffer matches)
    {
        foreach (var (kind, term) in Forms)
            Find(term, text.View(kind), ViewTerms.AreWholeWords(kind), matches);
    }

    private static void Find(string term, TextView view, bool asWords, SpanBuffer matches)
    {
        var searched = view.Text;
        for (var from = 0; searched[from..].IndexOf(term, StringComparison.Ordinal) is var index and >= 0;)
        {
            var start = from + index;
            var end = start + term.Length;
            var whole = !asWords || WordBreaks.IsWhole(searched, start, end);
            if (whole) matches.Add(view.ToOriginal(start, end));
            from = whole ? end : start + 1;
        }
    }
}
