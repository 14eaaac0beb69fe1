using System.Globalization;
using System.Text;

namespace AirsPolicy.Classifiers.Onnx;

/// <summary>
/// Cleans a text as BERT does: white space becomes spaces, control and format characters are left out, ideographs stand alone, and lower
/// case has no accents. The normalizer of the library joins words across the ends of lines, and keeps format characters.
/// </summary>
internal static class BertText
{
    public static string Of(string text, bool isCased)
    {
        var clean = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            var written = units[..rune.EncodeToUtf16(units)];
            if (IsSpace(rune))
                clean.Append(' ');
            else if (IsIdeograph(rune.Value))
                clean.Append(' ').Append(written).Append(' ');
            else if (!IsLeftOut(rune, isCased))
                clean.Append(written);
        }
        return isCased ? clean.ToString() : LowerCase(clean.ToString());
    }

    // Marks of the text are left out before: to order many of them takes more than linear time.
    private static string LowerCase(string text) =>
        string.Concat(
            text.Normalize(NormalizationForm.FormD)
                .Where(unit => CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark)
                .Select(char.ToLowerInvariant));

    private static bool IsSpace(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r'
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsLeftOut(Rune rune, bool isCased) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        UnicodeCategory.NonSpacingMark => !isCased,
        _ => rune == Rune.ReplacementChar,
    };

    private static bool IsIdeograph(int value) =>
        value is >= 0x3400 and <= 0x4DBF
            or >= 0x4E00 and <= 0x9FFF
            or >= 0xF900 and <= 0xFAFF
            or >= 0x20000 and <= 0x2A6DF
            or >= 0x2A700 and <= 0x2CEAF
            or >= 0x2F800 and <= 0x2FA1F;
}
