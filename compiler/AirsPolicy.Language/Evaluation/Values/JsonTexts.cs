using System.Text.Json;
using AirsPolicy.Language.Evaluation.Facts;

namespace AirsPolicy.Language.Evaluation.Values;

/// <summary>The texts of a JSON value: its strings as they read, escapes resolved.</summary>
internal static class JsonTexts
{
    /// <summary>Every string value in document order, with its JSON pointer.</summary>
    public static IEnumerable<(string Pointer, string Text)> Of(string json, string pointer)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement, pointer).ToList();
    }

    private static IEnumerable<(string Pointer, string Text)> Of(JsonElement element, string pointer) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [(pointer, element.GetString()!)],
            JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Of(item, pointer + JsonPointer.Segment(index))),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => Of(member.Value, pointer + JsonPointer.Segment(member.Name))),
            _ => [],
        };
}
