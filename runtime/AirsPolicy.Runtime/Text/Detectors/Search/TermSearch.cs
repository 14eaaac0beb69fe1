using AirsPolicy.Runtime.Text.Unicode;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>
/// A folded term, as whole words of the folded text, from left to right without overlap. Takes at most as many steps as the text has units, times
/// the units of the term.
/// </summary>
internal sealed class TermSearch(string term, int weight) : ItemSearch(weight)
{
    /// <summary>The folded term, not empty.</summary>
    public string Term { get; } = term;

    public override void Find(in Searched text, SpanBuffer matches)
    {
        var view = text.Folded;
        var folded = view.Text;
        for (var from = 0; folded[from..].IndexOf(Term, StringComparison.Ordinal) is var index and >= 0;)
        {
            var start = from + index;
            var end = start + Term.Length;
            var whole = WordBreaks.IsWhole(folded, start, end);
            if (whole) matches.Add(view.ToOriginal(start, end));
            from = whole ? end : start + 1;
        }
    }
}
