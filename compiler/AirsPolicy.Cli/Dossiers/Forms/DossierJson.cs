using System.Globalization;
using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Dossiers.Forms;

/// <summary>A report for programs: its sections with their tables, lists and shares.</summary>
internal static class DossierJson
{
    public static void Write(TextWriter output, Dossier dossier) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("title", dossier.Title);
        json.WriteString("policy", dossier.Policy);
        json.WriteString("version", dossier.Version);
        json.WriteString("as_of", dossier.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("sections");
        foreach (var section in dossier.Sections)
        {
            json.WriteStartObject();
            json.WriteString("id", section.Id);
            json.WriteString("title", section.Title);
            json.WriteStartArray("views");
            foreach (var view in DossierViews.Of(section.Views))
                json.WriteStringValue(view);
            json.WriteEndArray();
            json.WriteStartArray("blocks");
            foreach (var block in section.Blocks)
                Write(json, block);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, DossierBlock block)
    {
        json.WriteStartObject();
        switch (block)
        {
            case ProseBlock prose:
                json.WriteString("text", prose.Text);
                break;
            case FiguresBlock figures:
                Write(json, "figures", figures.Figures);
                break;
            case ListBlock list:
                Write(json, "list", list.Items);
                break;
            case TableBlock table:
                Write(json, table);
                break;
            case SharesBlock shares:
                json.WriteString("caption", shares.Caption);
                json.WriteStartArray("shares");
                foreach (var share in shares.Shares)
                {
                    json.WriteStartObject();
                    json.WriteString("name", share.Name);
                    json.WriteNumber("held", share.Held);
                    json.WriteNumber(share.Word, share.Partly);
                    json.WriteNumber("outside", share.Outside);
                    json.WriteNumber("all", share.All);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                break;
            case StatesBlock states:
                json.WriteString("layer", states.Layer);
                break;
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TableBlock table)
    {
        json.WriteString("table", table.Id);
        json.WriteString("caption", table.Caption);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            foreach (var (column, cell) in table.Columns.Zip(row))
            {
                json.WriteString(column, cell.Text);
                if (cell.State != DossierState.Plain)
                    json.WriteString($"{column} state", Word(cell.State));
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<DossierFigure> figures)
    {
        json.WriteStartArray(name);
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("name", figure.Name);
            json.WriteString("value", figure.Value);
            if (figure.Note is { } note)
                json.WriteString("note", note);
            if (figure.State != DossierState.Plain)
                json.WriteString("state", Word(figure.State));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Word(DossierState state) => state.ToString().ToLowerInvariant();
}
