using AirsPolicy.Runtime.Text;
using AirsPolicy.Runtime.Text.Unicode;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>The meaning of terms: the folded term, as whole words of the folded text, from left to right without overlap.</summary>
internal static class NaiveTerm
{
    /// <summary>The places of the term in a folded text, in units of that text.</summary>
    public static IReadOnlyList<TextSpan> Matches(string term, string folded)
    {
        var sought = Folding.Fold(term);
        var matches = new List<TextSpan>();
        if (sought.Length == 0)
            return matches;
        for (var start = 0; start + sought.Length <= folded.Length;)
        {
            var end = start + sought.Length;
            if (string.CompareOrdinal(folded, start, sought, 0, sought.Length) == 0 && WordBreaks.IsWhole(folded, start, end))
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
