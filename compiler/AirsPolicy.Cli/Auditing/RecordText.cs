using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Hosting.Evidence;

namespace AirsPolicy.Cli.Auditing;

/// <summary>What <c>airs audit show</c> says to people: a table, or all of one record.</summary>
internal static class RecordText
{
    private const int Index = 8, Time = 24, Kind = 10, Outcome = 8, Held = 6, Gaps = 10;
    private const int NameWidth = 10;
    private const int LeastRest = 20;

    public static void WriteTable(Terminal terminal, IReadOnlyList<ShownRecord> records)
    {
        var rest = Math.Max(LeastRest, terminal.Width - Index - Time - Kind - Outcome - Held - Gaps);
        var columns = new TextColumns(terminal.Ink, 0, Index, Time, Kind, Outcome, Held, rest);
        columns.Row(Tone.Strong, "index", "time", "kind", "outcome", "held", "where, which request, who");
        foreach (var record in records)
        {
            var leaf = record.Leaf;
            string?[] where = [leaf.Point, leaf.Request, record.By is { } by ? $"by {by}" : null, .. leaf.Controls];
            columns.Row(
                Tone.Plain,
                Number(leaf.Seq),
                AuditText.Time(leaf.Time),
                leaf.Kind.Word(),
                leaf.Outcome ?? "",
                leaf.Held is { } held ? Number(held) : "",
                DisplayText.Visible(string.Join(' ', where.Where(part => part is not null))));
        }
    }

    public static void WriteWhole(Terminal terminal, ShownRecord record)
    {
        var leaf = record.Leaf;
        (string Name, string? Text)[] members =
        [
            ("index", Number(leaf.Seq)),
            ("time", AuditText.Time(leaf.Time)),
            ("kind", leaf.Kind.Word()),
            ("point", leaf.Point),
            ("outcome", leaf.Outcome),
            ("controls", leaf.Controls.Count > 0 ? string.Join(' ', leaf.Controls) : null),
            ("request", leaf.Request),
            ("held", leaf.Held is { } held ? Number(held) : null),
            ("bundle", leaf.Bundle),
            ("lost", leaf.Lost is { } lost ? Number(lost) : null),
        ];
        foreach (var (name, text) in members.Where(member => member.Text is not null))
            terminal.Ink.Line($"{name.PadRight(NameWidth)}{DisplayText.Visible(text!)}");
        foreach (var (name, text) in record.Fields())
            terminal.Ink.Line($"{DisplayText.Visible(name)}: {DisplayText.Visible(text)}");
        if (record.Content is null && leaf.Content.Count > 0)
            terminal.Ink.Line($"deleted: {string.Join(", ", leaf.Content.Select(commitment => commitment.Field))}", Tone.Faint);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
