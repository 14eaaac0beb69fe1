using AirsPolicy.Text.Views;
using AirsPolicy.Text.Words;

namespace AirsPolicy.DetectorTraining;

/// <summary>Lists the words that people write most, for the engine to know joined and misspelt words by.</summary>
internal static class CommonestWords
{
    private const int Most = 30_000, FewestHands = 5;

    // Letters that are words; others stand in front of an apostrophe or behind it.
    private const string Alone = "aeiouyw";

    // In Latin letters, with words that change little: of others most words would be missing, and be taken for misspelt ones.
    private static readonly HashSet<string> s_languages =
        ["ca", "cs", "da", "de", "en", "es", "fr", "id", "it", "nb", "nl", "no", "pl", "pt", "ro", "sv"];

    /// <summary>The words, commonest first, one a line, of those that five hands have written.</summary>
    public static string Write()
    {
        var written =
            from text in WordCounts.Counted()
            where s_languages.Contains(text.MainLanguage) && text.Kind != "obfuscated"
            from word in Words(Folding.Fold(text.Text))
            group text.Source.File by word into files
            where files.Distinct().Take(FewestHands).Count() == FewestHands
            orderby files.Count() descending
            select files.Key;
        return string.Concat(written.Take(Most).Select(word => word + "\n"));
    }

    private static bool IsWord(ReadOnlySpan<char> letters) =>
        letters.Length == 1 ? Alone.Contains(letters[0], StringComparison.Ordinal) : letters.Length is > 1 and <= WordHash.Longest;

    private static IEnumerable<string> Words(string folded)
    {
        for (var start = 0; start < folded.Length; start++)
        {
            var end = start;
            while (end < folded.Length && folded[end] is >= 'a' and <= 'z') end++;
            if (IsWord(folded.AsSpan(start, end - start))) yield return folded[start..end];
            start = end;
        }
    }
}
