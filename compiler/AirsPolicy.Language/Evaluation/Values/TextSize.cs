using System.Text;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Evaluation.Values;

/// <summary>The plain meaning of sizes and digits of texts.</summary>
internal static class TextSize
{
    /// <summary>The number of Unicode scalars.</summary>
    public static long Characters(string text) => text.EnumerateRunes().LongCount();

    /// <summary>The number of bytes in UTF-8.</summary>
    public static long Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The decimal digits of every script, as 0 to 9; all else is left out.</summary>
    public static string Digits(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => CharacterTables.DigitValue(rune.Value)).Where(digit => digit >= 0));
}
