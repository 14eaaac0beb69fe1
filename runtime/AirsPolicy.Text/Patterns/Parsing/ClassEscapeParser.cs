namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary><c>\d \D \w \W \s \S \p{…} \P{…}</c>, inside a class and outside.</summary>
internal static class ClassEscapeParser
{
    public static bool IsAt(Cursor cursor) =>
        cursor.Current == '\\' && cursor.Peek(1) is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P';

    /// <summary>Null after an error.</summary>
    public static PatternClassItem? Parse(Cursor cursor)
    {
        var start = cursor.Position;
        var letter = cursor.Peek(1);
        cursor.Advance(2);
        var negated = char.IsAsciiLetterUpper(letter);
        if (letter is 'p' or 'P') return ParseCategory(cursor, start, negated);

        var kind = letter switch
        {
            'd' or 'D' => cursor.IsEcmaScript ? PatternClassKind.AsciiDigit : PatternClassKind.Digit,
            'w' or 'W' => cursor.IsEcmaScript ? PatternClassKind.AsciiWord : PatternClassKind.Word,
            _ => cursor.IsEcmaScript ? PatternClassKind.EcmaScriptSpace : PatternClassKind.Space,
        };
        return new PatternClassEscape(cursor.SpanFrom(start), kind, negated);
    }

    private static PatternClassCategory? ParseCategory(Cursor cursor, int start, bool negated)
    {
        var nameStart = cursor.Position + 1;
        if (cursor.TryTake('{'))
        {
            while (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current is '_') cursor.Advance();
            var name = cursor.Slice(nameStart, cursor.Position);
            if (cursor.TryTake('}') && CharacterClasses.IsCategory(name))
            {
                return new PatternClassCategory(cursor.SpanFrom(start), name, negated);
            }
        }

        cursor.Report(
            PatternErrorKind.UnknownCategory,
            start,
            cursor.Position,
            "'\\p' is followed by a general category or a script in braces, as '\\p{L}' for letters, '\\p{Lu}' for capitals or " +
            "'\\p{Greek}'."
        );
        return null;
    }
}
