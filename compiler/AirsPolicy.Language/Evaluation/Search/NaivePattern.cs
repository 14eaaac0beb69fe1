using AirsPolicy.Text;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>A pattern as the interpreter searches for it.</summary>
internal sealed class NaivePattern(PatternTree tree)
{
    /// <summary>Whether it matches anywhere, the empty text included.</summary>
    public bool IsMatch(string text, SearchWork? work = null)
    {
        var codePoints = new CodePoints(text);
        var search = new PatternSearch(tree, codePoints, work);
        return Enumerable.Range(0, codePoints.Count + 1).Any(start => search.Ends(start).Count > 0);
    }

    /// <summary>Its matches in UTF-16 units: leftmost-longest, non-overlapping, never empty.</summary>
    public IReadOnlyList<TextSpan> Matches(string text, SearchWork? work = null) => Matches(new CodePoints(text), work);

    /// <inheritdoc cref="Matches(string, SearchWork?)"/>
    public IReadOnlyList<TextSpan> Matches(CodePoints codePoints, SearchWork? work)
    {
        var search = new PatternSearch(tree, codePoints, work);
        var matches = new List<TextSpan>();
        for (var start = 0; start < codePoints.Count;)
        {
            var end = search.Ends(start).Greatest(start);
            if (end > start)
                matches.Add(new TextSpan(codePoints.Unit(start), codePoints.Unit(end)));
            start = Math.Max(end, start + 1);
        }
        return matches;
    }
}
