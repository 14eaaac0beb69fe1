using AirsPolicy.Collections;
using AirsPolicy.Text.Similarity;

namespace AirsPolicy.Runtime.Facts;

/// <summary>Chooses the precedents that a judge is shown. The same content and day give the same ones.</summary>
public static class Precedents
{
    // What a text begins with says enough of what it is about, and bounds what choosing costs.
    private const int ReadLength = 8_192;

    /// <summary>
    /// The precedents to show: of each verdict the most alike to what is judged, then the next of each, in the order in which verdicts
    /// stand in the file. So no content can choose for itself what speaks for it alone.
    /// </summary>
    /// <param name="precedents">The precedents, in the order of the file, which decides between those that are equally alike.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="shown">The values that the prompt shows.</param>
    /// <param name="today">
    /// The day (<see cref="DateOnly.DayNumber"/>); precedents whose last day is over are not shown. Null where the day is not known, when
    /// those with a last day are not.
    /// </param>
    public static IReadOnlyList<JudgedCase> Choose(ValueList<JudgedCase> precedents, int most, IEnumerable<string> shown, int? today)
    {
        var similarity = new TextSimilarity();
        var content = Beginning(string.Join('\n', shown));
        var byVerdict = precedents.AsEnumerable().Where(precedent => precedent.Until is not { } until || today <= until)
            .GroupBy(precedent => precedent.Verdict, StringComparer.Ordinal)
            .Select(group =>
                group
                    .OrderByDescending(precedent => similarity.Of(Beginning(string.Join('\n', precedent.Shown.AsEnumerable())), content))
                    .ThenBy(precedent => precedent.Line)
                    .ToList())
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, byVerdict.Count == 0 ? 0 : byVerdict.Max(group => group.Count))
                .SelectMany(round => byVerdict.Where(group => round < group.Count).Select(group => group[round]))
                .Take(most),
        ];
    }

    private static string Beginning(string text) => text.Length <= ReadLength ? text : text[..ReadLength];
}
