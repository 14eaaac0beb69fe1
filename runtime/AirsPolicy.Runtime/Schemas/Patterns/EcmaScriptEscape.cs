using System.Globalization;
using AirsPolicy.Text.Patterns.Parsing;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Runtime.Schemas.Patterns;

/// <summary>One character, plain or escaped, or a class escape.</summary>
internal static class EcmaScriptEscape
{
    /// <summary>What stands next, as the characters that it matches; one only for a character. Always moves on.</summary>
    public static CodePointRange[] ReadCharacterOrSet(Cursor cursor, EcmaScriptReader reader, bool inClass)
    {
        if (!cursor.TryTake('\\'))
            return One(ReadScalar(cursor));
        var letter = cursor.Current;
        if (cursor.AtEnd)
        {
            reader.Fail("a backslash stands at the end");
            return [];
        }
        if (EcmaScriptSets.OfLetter(letter) is { } set)
        {
            cursor.Advance();
            return set;
        }
        if (letter is 'p' or 'P')
            return ReadProperty(cursor, reader);
        if (letter is >= '1' and <= '9' or 'k')
        {
            cursor.Advance();
            reader.Refuse("it refers back to a group");
            if (letter == 'k')
                SkipName(cursor);
            return [];
        }
        return One(ReadEscaped(cursor, reader, inClass));
    }

    private static CodePointRange[] One(int codePoint) => codePoint < 0 ? [] : [new CodePointRange(codePoint, codePoint)];

    private static int ReadScalar(Cursor cursor)
    {
        var unit = cursor.Current;
        cursor.Advance();
        if (!char.IsHighSurrogate(unit) || !char.IsLowSurrogate(cursor.Current))
            return unit;
        var codePoint = char.ConvertToUtf32(unit, cursor.Current);
        cursor.Advance();
        return codePoint;
    }

    // The character behind a backslash, or -1.
    private static int ReadEscaped(Cursor cursor, EcmaScriptReader reader, bool inClass)
    {
        var letter = cursor.Current;
        if (!char.IsAsciiLetterOrDigit(letter))
            return ReadScalar(cursor);
        cursor.Advance();
        switch (letter)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case 'b' when inClass: return '\b';
            case '0' when !char.IsAsciiDigit(cursor.Current): return 0;
            case 'c' when char.IsAsciiLetter(cursor.Current):
                cursor.Advance();
                return cursor.Peek(-1) & 0x1F;
            case 'x' when TakeHex(cursor, 2) is { } number: return number;
            case 'u': return ReadUnicode(cursor, reader);
            default:
                reader.Fail($"'\\{letter}' has no meaning");
                return -1;
        }
    }

    // \u00E9, \uD83D\uDE00 and \u{1F600}.
    private static int ReadUnicode(Cursor cursor, EcmaScriptReader reader)
    {
        if (cursor.TryTake('{'))
        {
            var start = cursor.Position;
            while (char.IsAsciiHexDigit(cursor.Current))
                cursor.Advance();
            var digits = cursor.Slice(start, cursor.Position).TrimStart('0');
            if (cursor.Position > start && digits.Length <= 6 && cursor.TryTake('}') && Number("0" + digits) is var number and <= 0x10FFFF)
                return number;
        }
        else if (TakeHex(cursor, 4) is { } first)
        {
            var behind = cursor.Position;
            if (char.IsHighSurrogate((char)first)
                && cursor.TryTake('\\')
                && cursor.TryTake('u')
                && TakeHex(cursor, 4) is { } second
                && char.IsLowSurrogate((char)second))
                return char.ConvertToUtf32((char)first, (char)second);
            cursor.MoveTo(behind);
            return first;
        }
        reader.Fail("'\\u' is not followed by the number of a character");
        return -1;
    }

    private static CodePointRange[] ReadProperty(Cursor cursor, EcmaScriptReader reader)
    {
        var negated = cursor.Current == 'P';
        cursor.Advance();
        var start = cursor.Position + 1;
        if (!cursor.TryTake('{'))
        {
            reader.Fail("'\\p' is not followed by a property in braces");
            return [];
        }
        while (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current is '_' or '=')
            cursor.Advance();
        var name = cursor.Slice(start, cursor.Position);
        if (!cursor.TryTake('}') || name.Length == 0)
        {
            reader.Fail("'\\p' is not followed by a property in braces");
            return [];
        }
        if (EcmaScriptSets.OfProperty(name) is { } set)
            return negated ? EcmaScriptSets.Not(set) : set;
        reader.Refuse($"'{name}' is no general category or script of Unicode, which alone are known");
        return [];
    }

    private static void SkipName(Cursor cursor)
    {
        if (!cursor.TryTake('<'))
            return;
        while (!cursor.AtEnd && !cursor.TryTake('>'))
            cursor.Advance();
    }

    private static int? TakeHex(Cursor cursor, int digits)
    {
        var start = cursor.Position;
        while (cursor.Position < start + digits && char.IsAsciiHexDigit(cursor.Current))
            cursor.Advance();
        if (cursor.Position == start + digits)
            return Number(cursor.Slice(start, cursor.Position));
        cursor.MoveTo(start);
        return null;
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
