using AirsPolicy.Runtime.Text.Patterns;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>A pattern in each view of its detector.</summary>
/// <param name="views">The views, each once, with the pattern as it is read there: without case in all but the text as it came.</param>
internal sealed class PatternSearch((TextViewKind Kind, GatedPattern Pattern)[] views, int weight) : ItemSearch(weight)
{
    public override void Find(in Searched text, SpanBuffer matches)
    {
        foreach (var (kind, pattern) in views)
        {
            if (kind == TextViewKind.Plain) FindInOriginal(pattern, text, matches);
            else FindInView(pattern, text.View(kind), text, matches);
        }
    }

    private static void FindInOriginal(GatedPattern pattern, in Searched text, SpanBuffer matches)
    {
        if (!pattern.MayMatch(text.Original)) return;
        foreach (var match in pattern.Pattern.Matches(text.Original, text.Patterns))
            matches.Add(match);
    }

    private static void FindInView(GatedPattern pattern, TextView view, in Searched text, SpanBuffer matches)
    {
        if (!pattern.MayMatch(view.Text)) return;
        foreach (var match in pattern.Pattern.Matches(view.Text, text.Patterns))
            matches.Add(view.ToOriginal(match.Start, match.End));
    }
}
