namespace AirsPolicy.Cli.Console;

/// <summary>Rows of cells below one another; a cell that is too long goes on in the next line.</summary>
/// <param name="ink">Where they are written.</param>
/// <param name="indent">How many blanks stand before each line.</param>
/// <param name="widths">How wide each column is.</param>
internal sealed class TextColumns(Ink ink, int indent, params IReadOnlyList<int> widths)
{
    private const int Gap = 2;

    /// <summary>Writes a row.</summary>
    public void Row(Tone tone, params IReadOnlyList<string> cells)
    {
        var lines = cells.Select((cell, column) => Wrap(cell, widths[column])).ToList();
        for (var line = 0; line < lines.Max(cell => cell.Count); line++)
        {
            var text = string.Join(
                "",
                lines.Select((cell, column) => (line < cell.Count ? cell[line] : "").PadRight(widths[column] + Gap)));
            ink.Line(new string(' ', indent) + text.TrimEnd(), tone);
        }
    }

    /// <summary>
    /// A text in lines of a width, broken at blanks; a word that is longer than a line is broken behind a dot or where the line ends.
    /// </summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var indent = text.Length - text.TrimStart(' ').Length;
        var line = "";
        foreach (var word in text.TrimStart(' ').Split(' '))
        {
            var rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length <= width)
            {
                line = $"{line} {rest}";
                continue;
            }
            if (line.Length > 0)
                lines.Add(line);
            line = new string(' ', indent) + rest;
            while (line.Length > width)
            {
                var dot = line.LastIndexOf('.', width - 1);
                var cut = dot > indent ? dot + 1 : width;
                lines.Add(line[..cut]);
                line = new string(' ', indent) + line[cut..];
            }
        }
        lines.Add(line);
        return lines;
    }
}
