using System.Globalization;
using System.Text.Encodings.Web;

namespace AirsPolicy.Cli.Dossiers.Forms;

/// <summary>
/// A report as one page of HTML that needs nothing else: no script, no font and no picture from elsewhere. Which view is shown is a
/// choice on the page itself, and paper shows the chosen one.
/// </summary>
internal sealed class DossierHtml(TextWriter output)
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Default;

    public void Write(Dossier dossier, DossierView chosen)
    {
        output.Write($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Text(dossier.Title)}: assurance report</title>
            <style>
            {DossierStyle.Css}
            </style>
            </head>
            <body>

            """);
        foreach (var name in DossierViews.Names)
        {
            var isChosen = DossierViews.Parse(name) == chosen ? " checked" : "";
            output.Write($"<input type=\"radio\" name=\"view\" id=\"view-{name}\" class=\"choice\"{isChosen}>\n");
        }
        output.Write(string.Create(CultureInfo.InvariantCulture, $"""
            <header>
            <p class="kind">Assurance report</p>
            <h1>{Text(dossier.Title)}</h1>
            <p class="of"><code>{Text(dossier.Policy)}</code> {Text(dossier.Version ?? "")}, as of <time>{dossier.Day:yyyy-MM-dd}</time></p>
            <nav class="views" aria-label="Views">

            """));
        foreach (var name in DossierViews.Names)
            output.Write($"<label for=\"view-{name}\">{Label(name)}</label>\n");
        output.Write("</nav>\n</header>\n<main>\n");
        foreach (var section in dossier.Sections)
            Write(section);
        output.Write("</main>\n</body>\n</html>\n");
    }

    private static string Label(string name) => $"For the {name}";

    private void Write(DossierSection section)
    {
        output.Write(
            $"<section id=\"{section.Id}\" class=\"{string.Join(' ', DossierViews.Of(section.Views))}\" "
            + $"aria-labelledby=\"{section.Id}-title\">\n"
            + $"<h2 id=\"{section.Id}-title\">{Text(section.Title)}</h2>\n");
        foreach (var block in section.Blocks)
            Write(block);
        output.Write("</section>\n");
    }

    private void Write(DossierBlock block)
    {
        switch (block)
        {
            case ProseBlock prose:
                output.Write($"<p>{Text(prose.Text)}</p>\n");
                break;
            case FiguresBlock figures:
                output.Write("<dl class=\"figures\">\n");
                foreach (var figure in figures.Figures)
                    output.Write(
                        $"<div class=\"{Class(figure.State)}\"><dt>{Text(figure.Name)}</dt><dd><strong>{Text(figure.Value)}</strong>"
                        + $"{Note(figure)}</dd></div>\n");
                output.Write("</dl>\n");
                break;
            case ListBlock list:
                output.Write("<dl class=\"list\">\n");
                foreach (var item in list.Items)
                    output.Write(
                        $"<div class=\"{Class(item.State)}\"><dt>{Text(item.Name)}</dt><dd>{Text(item.Value)}{Note(item)}</dd></div>\n");
                output.Write("</dl>\n");
                break;
            case TableBlock table:
                Write(table);
                break;
            case SharesBlock shares:
                ShareDrawing.Write(output, shares);
                break;
            case StatesBlock states:
                output.Write($"<h3>{Text(states.Layer)}</h3>\n");
                StateDrawing.Write(output, states);
                break;
        }
    }

    private void Write(TableBlock table)
    {
        output.Write(
            $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Text(table.Caption)}\">\n<table>\n"
            + $"<caption>{Text(table.Caption)}</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
            output.Write($"<th scope=\"col\">{Text(column)}</th>");
        output.Write("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            output.Write("<tr>");
            foreach (var (cell, index) in row.Select((cell, index) => (cell, index)))
            {
                var text = cell.IsCode ? $"<code>{Breakable(cell.Text)}</code>" : Text(cell.Text);
                output.Write(index == 0
                    ? $"<th scope=\"row\" class=\"{Class(cell.State)}\">{text}</th>"
                    : $"<td class=\"{Class(cell.State)}\">{text}</td>");
            }
            output.Write("</tr>\n");
        }
        output.Write("</tbody>\n</table>\n</div>\n");
    }

    private static string Note(DossierFigure figure) => figure.Note is { } note ? $" <span class=\"note\">{Text(note)}</span>" : "";

    // A long name breaks behind a dot, and nowhere else.
    private static string Breakable(string name) => Text(name).Replace(".", ".<wbr>", StringComparison.Ordinal);

    /// <summary>A text in which nothing is markup.</summary>
    public static string Text(string text) => s_encoder.Encode(text);

    private static string Class(DossierState state) => state.ToString().ToLowerInvariant();
}
