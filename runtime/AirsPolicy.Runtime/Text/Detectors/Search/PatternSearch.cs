using AirsPolicy.Runtime.Text.Patterns;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>A pattern in each view of its detector.</summary>
/// <param name="plain">The pattern in the text as it came, or null where that view is not searched.</param>
/// <param name="folded">The pattern without case in the folded view, or null where that view is not searched.</param>
internal sealed class PatternSearch(GatedPattern? plain, GatedPattern? folded, int weight) : ItemSearch(weight)
{
    public override void Find(in Searched text, SpanBuffer matches)
    {
        if (plain is not null && plain.MayMatch(text.Original))
        {
            foreach (var match in plain.Pattern.Matches(text.Original, text.Patterns))
                matches.Add(match);
        }
        if (folded is null) return;
        var view = text.Folded;
        if (!folded.MayMatch(view.Text)) return;
        foreach (var match in folded.Pattern.Matches(view.Text, text.Patterns))
            matches.Add(view.ToOriginal(match.Start, match.End));
    }
}
