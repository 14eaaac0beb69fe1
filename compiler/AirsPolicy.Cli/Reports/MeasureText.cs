using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Scanning;

namespace AirsPolicy.Cli.Reports;

/// <summary>What detectors find in labelled texts, as a table for people.</summary>
internal static class MeasureText
{
    private static readonly string[] s_heads = ["texts", "flagged", "share"];

    public static void Write(Ink ink, Measurement measurement, string? groupBy)
    {
        var rows = measurement.Tallies.Select(tally => Row(tally, groupBy is not null)).ToList();
        var heads = groupBy is null ? (string[])["file", "label", .. s_heads] : ["file", groupBy, "label", .. s_heads];
        var widths = Enumerable.Range(0, heads.Length).Select(column => rows.Append(heads).Max(row => row[column].Length)).ToArray();
        ink.Line(Line(heads, widths), Tone.Faint);
        foreach (var row in rows)
            ink.Line(Line(row, widths));
        ink.Line();
        foreach (var file in measurement.Files())
            ink.Line($"{DisplayText.Visible(file.File)}: {Measures(file)}");
    }

    private static string[] Row(Tally tally, bool isGrouped)
    {
        string[] counts = [Number(tally.Texts), Number(tally.Flagged), Share(tally.Share)];
        var (file, label) = (DisplayText.Visible(tally.File), DisplayText.Visible(tally.Label ?? "-"));
        return isGrouped ? [file, DisplayText.Visible(tally.Group ?? "-"), label, .. counts] : [file, label, .. counts];
    }

    // Names to the left, numbers to the right.
    private static string Line(string[] row, int[] widths) =>
        string.Join(
            "  ",
            row.Select(
                (cell, column) => column < row.Length - s_heads.Length ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));

    private static string Measures(FileMeasures file)
    {
        var measures = new[] { ("recall", file.Recall), ("precision", file.Precision), ("false alarms", file.FalseAlarms) }
            .Where(measure => measure.Item2 is not null).Select(measure => $"{measure.Item1} {Share(measure.Item2!.Value)}").ToList();
        return measures.Count == 0 ? "no labels" : string.Join(", ", measures);
    }

    private static string Share(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
