using System.Buffers;

namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>The digits of a number in a folded text, and what people write between its groups.</summary>
internal static class NumberText
{
    /// <summary>The digits that a folded text has.</summary>
    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>A space, a hyphen, a dash or the minus sign.</summary>
    public static bool IsSeparator(char unit) => unit is ' ' or '-' or (>= '\u2010' and <= '\u2015') or '\u2212';

    public static bool IsDigitAt(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length && char.IsAsciiDigit(text[index]);

    /// <summary>Whether a separator stands at <paramref name="index"/>.</summary>
    public static bool IsSeparatorAt(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length && IsSeparator(text[index]);
}
