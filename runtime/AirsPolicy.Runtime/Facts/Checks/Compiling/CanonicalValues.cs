using System.Globalization;
using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>Values of schemas as canonical JSON.</summary>
internal static class CanonicalValues
{
    /// <summary>The canonical JSON of a value, or null where a number in it is one that no fact can be.</summary>
    public static byte[]? Of(JsonValue value)
    {
        var json = new StringBuilder();
        return Write(value, json) ? new CanonicalJson().OfAny(json.ToString()).ToArray() : null;
    }

    // As deep as the schema, which has been bounded when it was read.
    private static bool Write(JsonValue value, StringBuilder json)
    {
        switch (value.Kind)
        {
            case JsonKind.Null or JsonKind.Boolean:
                json.Append(value.Kind == JsonKind.Null ? "null" : value.IsTrue ? "true" : "false");
                return true;
            case JsonKind.Number:
                json.Append(CultureInfo.InvariantCulture, $"{value.Number.Coefficient}e{value.Number.Exponent}");
                return CheckNumbers.TryExact(value.Number, out _);
            case JsonKind.Text:
                WriteText(value.Text, json);
                return true;
            default:
                json.Append(value.Kind == JsonKind.List ? '[' : '{');
                for (var i = 0; i < value.Items.Length; i++)
                {
                    json.Append(i == 0 ? "" : ",");
                    if (value.Kind == JsonKind.Record)
                    {
                        WriteText(value.Names[i], json);
                        json.Append(':');
                    }
                    if (!Write(value.Items[i], json))
                        return false;
                }
                json.Append(value.Kind == JsonKind.List ? ']' : '}');
                return true;
        }
    }

    private static void WriteText(string text, StringBuilder json) =>
        json.Append('"').Append(JsonEncodedText.Encode(text).ToString()).Append('"');
}
