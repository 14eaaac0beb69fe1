namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary><c>[…]</c> and <c>[^…]</c>. A hyphen is a character at either end and after a range; anywhere else it makes a range.</summary>
internal static class ClassParser
{
    /// <summary>Null after an error.</summary>
    public static PatternClass? Parse(Cursor cursor)
    {
        var start = cursor.Position;
        cursor.Advance();
        var negated = cursor.TryTake('^');
        var items = new List<PatternClassItem>();
        var broken = false;
        var empty = cursor.Current == ']';
        while (!cursor.AtEnd && cursor.Current != ']')
        {
            if (ParseItem(cursor) is { } item) items.Add(item);
            else broken = true;
        }

        if (!cursor.TryTake(']'))
        {
            cursor.Report(
                PatternErrorKind.UnclosedClass,
                start,
                start + 1,
                "This '[' has no ']'; close the class, or write '\\[' for the character.");
            return null;
        }

        if (empty)
        {
            cursor.Report(PatternErrorKind.EmptyClass, start, cursor.Position,
                negated
                    ? "A class needs at least one character; write '[\\s\\S]' for any character, or '\\]' for the bracket."
                    : "A class needs at least one character; write '\\]' for the bracket.");
            return null;
        }

        return broken ? null : new PatternClass(cursor.SpanFrom(start), negated, [.. items]);
    }

    private static PatternClassItem? ParseItem(Cursor cursor)
    {
        var start = cursor.Position;
        if (TryRefusePosix(cursor)) return null;

        var first = ParseEnd(cursor);
        if (cursor.Current != '-' || cursor.Peek(1) == ']' || cursor.Remaining < 2) return first;

        cursor.Advance();
        var last = ParseEnd(cursor);
        if (first is null || last is null) return null;
        if (first is not PatternClassRange { First: var low } || last is not PatternClassRange { Last: var high })
        {
            cursor.Report(
                PatternErrorKind.ClassInRange,
                start,
                cursor.Position,
                "A range runs from one character to another, and a class stands at one of its ends; write '\\-' for the hyphen.");
            return null;
        }

        if (low > high)
        {
            cursor.Report(
                PatternErrorKind.ReversedRange,
                start,
                cursor.Position,
                $"The range '{cursor.Slice(start, cursor.Position)}' runs backwards; write the lower character first, or '\\-' for the hyphen."
            );
            return null;
        }

        return new PatternClassRange(cursor.SpanFrom(start), low, high);
    }

    private static PatternClassItem? ParseEnd(Cursor cursor)
    {
        var start = cursor.Position;
        if (ClassEscapeParser.IsAt(cursor)) return ClassEscapeParser.Parse(cursor);
        return CharacterParser.Parse(cursor) is { } codePoint
            ? new PatternClassRange(cursor.SpanFrom(start), codePoint, codePoint)
            : null;
    }

    private static bool TryRefusePosix(Cursor cursor)
    {
        if (!cursor.Starts("[:")) return false;
        var start = cursor.Position;
        var end = start + 2;
        while (char.IsAsciiLetter(cursor.Peek(end - start)) || cursor.Peek(end - start) == '^') end++;
        if (cursor.Peek(end - start) != ':' || cursor.Peek(end - start + 1) != ']') return false;

        cursor.MoveTo(end + 2);
        cursor.Report(
            PatternErrorKind.PosixClass,
            start,
            cursor.Position,
            $"'{cursor.Slice(start, cursor.Position)}' has no meaning inside a class; write a range, '\\d', '\\w', '\\s' or a category such as '\\p{{L}}'."
        );
        return true;
    }
}
