using AirsPolicy.Text.Languages;

namespace AirsPolicy.LanguageTables;

/// <summary>The most usual runs of letters of a language, each with its weight.</summary>
/// <param name="Source">The language.</param>
/// <param name="Runs">The runs and their weights, the most usual first, equal ones in order.</param>
/// <param name="Words">Its small words, in order.</param>
internal sealed record LanguageProfile(LanguageSource Source, IReadOnlyList<(string Run, int Weight)> Runs, IReadOnlyList<string> Words)
{
    private const int MostRuns = 300;

    // The weight of a run is four times the logarithm of how often it stands in 20,000: from 1 to some 30, finer than the texts bear out.
    private const double Steps = 4;
    private const double Base = 20_000;

    // Messages are full of small words, and a declaration is not; they count less where few are listed.
    private const double ShareOfWords = 0.3;
    private const double RunsForTheShare = 500;

    private const int ShortestWord = 2;
    private const int LongestWord = 8;

    /// <summary>The profile of a language, by its declarations and its stop words.</summary>
    public static LanguageProfile Of(LanguageSource source, IEnumerable<string> declarations, IReadOnlyList<string> words)
    {
        var (text, list) = (Counts(declarations), Counts(words));
        double textRuns = text.Values.Sum(), listRuns = list.Values.Sum();
        var share = Math.Min(ShareOfWords, ShareOfWords * listRuns / RunsForTheShare);
        return new LanguageProfile(
            source,
            [
                .. text
                    .Keys.Union(list.Keys)
                    .Select(run =>
                        (
                            Run: run,
                            Share: (1 - share) * text.GetValueOrDefault(run) / textRuns
                                + (listRuns == 0 ? 0 : share * list.GetValueOrDefault(run) / listRuns)))
                    .OrderByDescending(run => run.Share)
                    .ThenBy(run => run.Run, StringComparer.Ordinal)
                    .Take(MostRuns)
                    .Select(run => (run.Run, (int)Math.Round(Steps * Math.Log(run.Share * Base))))
                    .Where(run => run.Item2 > 0),
            ],
            [
                .. words
                    .Where(word => word.Length is >= ShortestWord and <= LongestWord && word.All(char.IsLetter))
                    .Select(word => word.ToLowerInvariant())
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    private static Dictionary<string, int> Counts(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var run in new LetterRuns(text))
            {
                var letters = new string([(char)(run >> 32), LetterRuns.LetterOf(run), (char)run]);
                counts[letters] = counts.GetValueOrDefault(letters) + 1;
            }
        }
        return counts;
    }
}
