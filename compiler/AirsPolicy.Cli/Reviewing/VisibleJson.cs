using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>
/// JSON for people to read and change, which looks like what it says: characters that hide, or act on a terminal or on the direction of
/// text, are escaped.
/// </summary>
internal static class VisibleJson
{
    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        foreach (var rune in (node?.ToJsonString(s_indented) ?? "null").EnumerateRunes())
        {
            if (rune.Value == '\n' || !Hides(rune))
                text.Append(rune);
            else
                foreach (var unit in rune.ToString())
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
        }
        return text.ToString();
    }

    private static bool Hides(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;
}
