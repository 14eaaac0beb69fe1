using AirsPolicy.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>
/// The meaning of terms: what they read as in a view, from left to right without overlap, and as whole words where the view knows words.
/// </summary>
internal static class NaiveTerm
{
    /// <summary>The places of a term in a view, in units of the view.</summary>
    public static IReadOnlyList<TextSpan> Matches(string sought, string view, bool asWords)
    {
        var matches = new List<TextSpan>();
        if (sought.Length == 0)
            return matches;
        for (var start = 0; start + sought.Length <= view.Length;)
        {
            var end = start + sought.Length;
            if (string.CompareOrdinal(view, start, sought, 0, sought.Length) == 0 && (!asWords || WordBreaks.IsWhole(view, start, end)))
            {
                matches.Add(new TextSpan(start, end));
                start = end;
            }
            else
            {
                start++;
            }
        }
        return matches;
    }
}
