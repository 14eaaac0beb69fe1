using System.Globalization;

namespace AirsPolicy.Cli.Dossiers.Forms;

/// <summary>A report as Markdown, as forges show it. What a policy writes stands in it as text.</summary>
internal static class DossierMarkdown
{
    private const string Markup = "\\~:$`*_[]<>|#&!-+";

    public static void Write(TextWriter output, Dossier dossier, DossierView view)
    {
        output.Write($"# {Text(dossier.Title)}\n\n");
        output.Write(string.Create(
            CultureInfo.InvariantCulture, $"`{dossier.Policy}` {Text(dossier.Version ?? "")}, as of {dossier.Day:yyyy-MM-dd}\n\n"));
        foreach (var section in dossier.Sections.Where(section => (section.Views & view) != 0))
        {
            output.Write($"## {Text(section.Title)}\n\n");
            foreach (var block in section.Blocks)
                Write(output, block);
        }
    }

    private static void Write(TextWriter output, DossierBlock block)
    {
        switch (block)
        {
            case ProseBlock prose:
                output.Write($"{Text(prose.Text)}\n\n");
                break;
            case FiguresBlock figures:
                Table(output, ["", "", ""], figures.Figures.Select(Row));
                break;
            case ListBlock list:
                Table(output, ["", "", ""], list.Items.Select(Row));
                break;
            case SharesBlock shares:
                Table(output, [shares.Caption, "carried", "in part", "outside a policy", "of"], shares.Shares.Select(Row));
                break;
            case StatesBlock states:
                output.Write($"### {Text(states.Layer)}\n\n");
                break;
            case TableBlock table:
                output.Write($"**{Text(table.Caption)}**\n\n");
                Table(output, table.Columns, table.Rows.Select(row => row.Select(Cell)));
                break;
        }
    }

    private static string[] Row(DossierFigure figure) => [Text(figure.Name), $"**{Text(figure.Value)}**", Text(figure.Note ?? "")];

    private static string[] Row(DossierShare share) =>
    [
        Text(share.Name), Number(share.Held), share.Partly == 0 ? "" : $"{Number(share.Partly)} {share.Word}",
        share.Outside == 0 ? "" : Number(share.Outside), Number(share.All),
    ];

    private static string Cell(DossierCell cell) =>
        cell.IsCode && !cell.Text.Contains('`', StringComparison.Ordinal) && !cell.Text.Contains('|', StringComparison.Ordinal)
            ? $"`{cell.Text.ReplaceLineEndings(" ")}`"
            : Text(cell.Text);

    private static void Table(TextWriter output, IEnumerable<string> titles, IEnumerable<IEnumerable<string>> rows)
    {
        var columns = titles.ToList();
        output.Write($"| {string.Join(" | ", columns)} |\n| {string.Join(" | ", columns.Select(_ => "---"))} |\n");
        foreach (var row in rows)
            output.Write($"| {string.Join(" | ", row)} |\n");
        output.Write('\n');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Titles and reasons are anybody's: nothing in them is markup.
    private static string Text(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(unit => Markup.Contains(unit) ? $"\\{unit}" : unit.ToString()));
}
