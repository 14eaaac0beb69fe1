using System.Globalization;
using System.Text;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>The tables of facts as Markdown, made from the table that the binder reads.</summary>
internal static class FactTableText
{
    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("Common to all points:\n\n| fact | type | |\n|---|---|---|\n");
        foreach (var fact in CommonFacts.All)
            Row(text, fact);
        text.Append("\n| point | asked when | `text` | its own facts |\n|---|---|---|---|\n");
        foreach (var point in DecisionPoints.All)
        {
            var facts = string.Join("<br>", point.Facts.Select(f => $"`{Name(f)}`{(f.Optional ? " (optional)" : "")}: {Type(f.Shape)}"));
            var primary = point.PrimaryText.Count == 0 ? "–" : $"`{string.Join('.', point.PrimaryText)}`";
            var tool = point.HasTool
                ? (facts.Length > 0 ? "<br>" : "") + "`tool`, `tool.class`, `args`" + (point.Name == "tool_result" ? ", `result`" : "")
                : "";
            text.Append(CultureInfo.InvariantCulture, $"| `{point.Name}` | {point.When} | {primary} | {facts}{tool} |\n");
        }
        return text.ToString();
    }

    /// <summary>The readings.</summary>
    public static string WriteReadings()
    {
        var text = new StringBuilder("| reading | type | |\n|---|---|---|\n");
        foreach (var reading in Readings.All)
        {
            var name = Readings.Named.Contains(reading.Group) ? $"{reading.Group}.NAME.{reading.Name}" : $"{reading.Group}.{reading.Name}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{name}` | {Type(reading.Shape)}{(reading.Range.Length == 0 ? "" : $", {reading.Range}")} | {reading.Summary} |\n");
        }
        return text.ToString();
    }

    private static void Row(StringBuilder text, PointFact fact) =>
        text.Append(CultureInfo.InvariantCulture, $"| `{fact.Name}` | {Type(fact.Shape)} | {fact.Summary} |\n");

    private static string Name(PointFact fact) => NameInRules(fact.Name);

    /// <summary>What rules call a fact, by its name in the layout.</summary>
    public static string NameInRules(string name) => name switch
    {
        "first_use" => "tool.first_use",
        "to_new" => "to.new",
        "session_event" => "session.event",
        "result_text" => "result.text",
        _ => name,
    };

    private static string Type(Shape shape) =>
        shape switch
        {
            RecordShape record => string.Join(
                ", ",
                record.Members.Select(m =>
                    $"`.{m.Name}` {(ReferenceEquals(m, DecisionPoints.ToolMember) ? "tool" : Type(m.Shape))}{(m.Optional ? "?" : "")}")),
            ListShape list => $"list of {Type(list.Element)}",
            EnumShape names => $"{(names.Rising ? "rising" : "one of")} {string.Join(" ", names.Names)}",
            _ => shape.GetType().Name.Replace("Shape", "", StringComparison.Ordinal).ToLowerInvariant(),
        };
}
