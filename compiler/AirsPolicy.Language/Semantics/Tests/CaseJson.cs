using System.Text.Json;

namespace AirsPolicy.Language.Semantics.Tests;

/// <summary>Reads a line of a cases file.</summary>
internal static class CaseJson
{
    /// <summary>The object of a line, or null where it is none, or holds text that is not Unicode.</summary>
    public static JsonElement? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            Read(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate comes to light only when its text is read.
            return null;
        }
    }

    // The depth is bounded by that of the document.
    private static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Read(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Read(member.Value);
                }
                break;
        }
    }
}
