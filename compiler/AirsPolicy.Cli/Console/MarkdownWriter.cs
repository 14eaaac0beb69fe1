using System.Text.RegularExpressions;

namespace AirsPolicy.Cli.Console;

/// <summary>Writes Markdown with tables, as forges show it.</summary>
internal sealed partial class MarkdownWriter(TextWriter writer)
{
    // A comment holds 65,536 characters, and nobody reads more of a text there.
    private const int Longest = 20_000;

    public void Heading(string text) => writer.Write($"### {text}\n\n");

    /// <summary>A table of cells without line breaks.</summary>
    public void Table(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(titles);
        Row([.. titles.Select(_ => "---")]);
        foreach (var row in rows)
            Row(row);
        writer.Write('\n');
    }

    /// <summary>Lines as they are, whatever they hold. Those beyond the bound are counted.</summary>
    public void Text(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var room = Longest;
        var shown = lines.TakeWhile(line => (room -= line.Length + 1) >= 0).ToList();
        // Longer than any in the text, so that nothing in it ends the block.
        var fence = new string('`', Math.Max(3, Backticks().Matches(text).Select(run => run.Length + 1).DefaultIfEmpty().Max()));
        writer.Write($"{fence}text\n{string.Join('\n', shown)}\n{fence}\n\n");
        if (shown.Count < lines.Length)
            writer.Write($"{lines.Length - shown.Count} more lines are not shown.\n\n");
    }

    private void Row(IReadOnlyList<string> cells) => writer.Write($"| {string.Join(" | ", cells)} |\n");

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}
