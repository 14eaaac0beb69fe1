using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Scanning;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Reports;

/// <summary>What was found in texts, for people: each text with what was found underlined.</summary>
internal static class ScanText
{
    // Of a text with more matches the first are shown.
    private const int MostExcerpts = 5;

    public static void Write(Ink ink, ScannedText text, IReadOnlyList<FoundDetector> found)
    {
        var place = text.Line == 0 ? text.File : string.Create(CultureInfo.InvariantCulture, $"{text.File}:{text.Line}");
        ink.Write(DisplayText.Visible(place), Tone.Strong).Line($"  {string.Join(", ", found.Select(Named))}", Tone.Bad);
        var source = SourceText.From(text.Text);
        var stretches = Stretches(found);
        foreach (var stretch in stretches.Take(MostExcerpts))
            SourceExcerpt.Write(ink, source, stretch, Tone.Bad);
        if (stretches.Count > MostExcerpts)
            ink.Line(string.Create(CultureInfo.InvariantCulture, $"   and {stretches.Count - MostExcerpts} more"), Tone.Faint);
        ink.Line();
    }

    public static void Summary(Ink ink, int texts, int flagged) =>
        ink.Line(
            string.Create(CultureInfo.InvariantCulture, $"{texts:N0} {(texts == 1 ? "text" : "texts")}, {flagged:N0} flagged"),
            flagged == 0 ? Tone.Good : Tone.Strong);

    private static string Named(FoundDetector found) =>
        string.Create(CultureInfo.InvariantCulture, $"{found.Name} {found.Score / 10_000}%");

    // Matches that overlap or touch are one stretch.
    private static List<TextSpan> Stretches(IEnumerable<FoundDetector> found)
    {
        var stretches = new List<TextSpan>();
        foreach (var match in found.SelectMany(detector => detector.Matches).OrderBy(match => match.Start).ThenBy(match => match.End))
        {
            if (stretches.Count > 0 && match.Start <= stretches[^1].End)
                stretches[^1] = new TextSpan(stretches[^1].Start, Math.Max(stretches[^1].End, match.End));
            else
                stretches.Add(new TextSpan(match.Start, match.End));
        }
        return stretches;
    }
}
