using System.Text.Json;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Detectors as JSON.</summary>
internal static class DetectorJson
{
    public static void Write(Utf8JsonWriter writer, DetectorDefinition detector)
    {
        writer.WriteStartObject();
        writer.WriteString("name", detector.Name);
        writer.Texts("views", detector.Views);
        writer.List("items", detector.Items, item => Write(writer, item));
        writer.List("exceptions", detector.Exceptions, item => Write(writer, item));
        writer.WriteNumber("score", (int)detector.Score);
        writer.Optional("foundAt", (long?)detector.FoundAt);
        writer.WriteEndObject();
    }

    public static DetectorDefinition Read(JsonElement json) => new(
        json.Text("name"),
        json.Texts("views"),
        json.List("items", ReadItem),
        json.List("exceptions", ReadItem),
        json.Named<ScoreMethod>("score"),
        json.OptionalInt("foundAt"));

    private static void Write(Utf8JsonWriter writer, DetectorItem item)
    {
        writer.WriteStartObject();
        writer.WriteNumber("kind", (int)item.Kind);
        writer.WriteString("content", item.Content);
        writer.Flag("ignoreCase", item.IgnoreCase);
        writer.WriteNumber("weight", item.Weight);
        writer.WriteEndObject();
    }

    private static DetectorItem ReadItem(JsonElement json) =>
        new(json.Named<DetectorItemKind>("kind"), json.Text("content"), json.Flag("ignoreCase"), json.Int("weight"));
}
