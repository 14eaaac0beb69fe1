using System.Globalization;

namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>One character, plain or escaped; null after an error.</summary>
internal static class CharacterParser
{
    private const int LastCodePoint = 0x10FFFF;

    public static int? Parse(Cursor cursor)
    {
        var start = cursor.Position;
        if (cursor.TryTake('\\')) return ParseEscape(cursor, start);

        var unit = cursor.Current;
        cursor.Advance();
        if (!char.IsSurrogate(unit)) return unit;
        if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(cursor.Current))
        {
            var codePoint = char.ConvertToUtf32(unit, cursor.Current);
            cursor.Advance();
            return codePoint;
        }

        ReportLoneSurrogate(cursor, start);
        return null;
    }

    private static int? ParseEscape(Cursor cursor, int start)
    {
        if (cursor.AtEnd)
        {
            cursor.Report(
                PatternErrorKind.MalformedEscape,
                start,
                start + 1,
                "A backslash needs a character after it; write '\\\\' for the backslash itself.");
            return null;
        }

        var letter = cursor.Current;
        cursor.Advance();
        switch (letter)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'r': return '\r';
            case 'f': return '\f';
            case 'v': return '\v';
            case 'x': return ParseHex(cursor, start, 2);
            case 'u' when cursor.Current == '{': return ParseBraced(cursor, start);
            case 'u': return ParseUnits(cursor, start);
            case (>= '1' and <= '9') or 'k' or 'g':
                cursor.Report(PatternErrorKind.BackReference, start, cursor.Position, EscapeMessages.BackReference);
                return null;
            case > ' ' and < '\x7f' when !char.IsAsciiLetterOrDigit(letter): return letter;
            case ' ': return letter;
            default:
                // A surrogate pair is one character in the report too.
                if (char.IsHighSurrogate(letter) && char.IsLowSurrogate(cursor.Current)) cursor.Advance();
                cursor.Report(PatternErrorKind.UnknownEscape, start, cursor.Position, EscapeMessages.Unknown(letter));
                return null;
        }
    }

    // \uD83D\uDE00 is one character, as in ECMAScript.
    private static int? ParseUnits(Cursor cursor, int start)
    {
        if (ParseHex(cursor, start, 4) is not { } first) return null;
        if (!char.IsSurrogate((char)first)) return first;

        var afterFirst = cursor.Position;
        if (char.IsHighSurrogate((char)first) && cursor.Starts("\\u"))
        {
            cursor.Advance(2);
            if (TakeHex(cursor, 4) is { } second && char.IsLowSurrogate((char)second))
                return char.ConvertToUtf32((char)first, (char)second);
            cursor.MoveTo(afterFirst);
        }

        ReportLoneSurrogate(cursor, start);
        return null;
    }

    private static int? ParseBraced(Cursor cursor, int start)
    {
        cursor.Advance();
        var digits = cursor.Position;
        while (char.IsAsciiHexDigit(cursor.Current)) cursor.Advance();
        var text = cursor.Slice(digits, cursor.Position).TrimStart('0');
        var closed = cursor.TryTake('}');
        if (!closed || cursor.Position == digits + 1 || text.Length > 6 || ToNumber(text) is var number && number > LastCodePoint)
        {
            cursor.Report(
                PatternErrorKind.MalformedEscape,
                start,
                cursor.Position,
                "'\\u{' holds the hexadecimal number of a character up to 10FFFF and a '}', as in '\\u{1F600}'.");
            return null;
        }

        if (number is < 0xD800 or > 0xDFFF) return number;
        ReportLoneSurrogate(cursor, start);
        return null;
    }

    private static int? ParseHex(Cursor cursor, int start, int digits)
    {
        if (TakeHex(cursor, digits) is { } number) return number;
        cursor.Report(PatternErrorKind.MalformedEscape, start, cursor.Position,
            digits == 2
                ? "'\\x' is followed by two hexadecimal digits, as in '\\x41'."
                : "'\\u' is followed by four hexadecimal digits or a number in braces, as in '\\u00E9' or '\\u{1F600}'.");
        return null;
    }

    private static int? TakeHex(Cursor cursor, int digits)
    {
        var start = cursor.Position;
        while (cursor.Position < start + digits && char.IsAsciiHexDigit(cursor.Current)) cursor.Advance();
        return cursor.Position == start + digits ? ToNumber(cursor.Slice(start, cursor.Position)) : null;
    }

    private static int ToNumber(string hex) =>
        hex.Length == 0 ? 0 : int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static void ReportLoneSurrogate(Cursor cursor, int start) =>
        cursor.Report(PatternErrorKind.LoneSurrogate, start, cursor.Position,
            "Half of a surrogate pair is no character; write the whole character, or '\\p{Cs}' for any half on its own.");
}
