using System.Text.Json;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Decision points as JSON.</summary>
internal static class PointJson
{
    public static void Write(Utf8JsonWriter writer, PointTable point)
    {
        writer.WriteStartObject();
        writer.WriteString("point", point.Layout.Point);
        writer.Texts("primaryText", point.Layout.PrimaryText);
        writer.WriteNumber("toolSlot", point.ToolSlot);
        writer.WriteNumber("todaySlot", point.TodaySlot);
        writer.WritePropertyName("facts");
        ShapeJson.Write(writer, point.Layout.Facts);
        writer.WritePropertyName("everywhere");
        Write(writer, point.Everywhere);
        writer.WriteStartArray("tools");
        for (var tool = 0; tool < point.Tools.Count; tool++)
            Write(writer, point.Layout.Tools[tool], point.Tools[tool]);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static PointTable Read(JsonElement json)
    {
        var tools = json.List("tools", ReadTool);
        var layout = new PointLayout(
            json.Text("point"), ShapeJson.ReadRecord(json.GetProperty("facts")), json.Texts("primaryText"),
            Collections.ValueList.ToValueList(tools.Select(tool => tool.Layout)));
        return new PointTable(
            layout, json.Int("toolSlot"), json.Int("todaySlot"), ReadPlacement(json.GetProperty("everywhere")),
            Collections.ValueList.ToValueList(tools.Select(tool => tool.Placement)));
    }

    private static void Write(Utf8JsonWriter writer, ToolLayout layout, PlacementTable standing)
    {
        writer.WriteStartObject();
        writer.WriteString("tool", layout.Tool);
        writer.WriteString("wireName", layout.WireName);
        writer.WritePropertyName("facts");
        ShapeJson.Write(writer, layout.Facts);
        writer.WritePropertyName("standing");
        Write(writer, standing);
        writer.WriteEndObject();
    }

    private static (ToolLayout Layout, PlacementTable Placement) ReadTool(JsonElement json) => (
        new ToolLayout(json.Text("tool"), json.Text("wireName"), ShapeJson.ReadRecord(json.GetProperty("facts"))),
        ReadPlacement(json.GetProperty("standing")));

    private static void Write(Utf8JsonWriter writer, PlacementTable standing)
    {
        writer.WriteStartObject();
        writer.WriteNumber("entry", standing.Entry);
        writer.Ints("controls", standing.Controls);
        writer.Ints("rules", standing.Rules);
        writer.Flag("asksPast", standing.AsksPast);
        writer.WriteEndObject();
    }

    private static PlacementTable ReadPlacement(JsonElement json) =>
        new(json.Int("entry"), json.Ints("controls"), json.Ints("rules"), json.Flag("asksPast"));
}
