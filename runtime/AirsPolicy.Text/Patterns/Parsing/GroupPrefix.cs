namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>
/// What stands between <c>(</c> and the body of a group. After a refused prefix the body is read as that of a plain group.
/// </summary>
internal static class GroupPrefix
{
    private static readonly string[] s_lookArounds = ["(?=", "(?!", "(?<=", "(?<!"];

    /// <summary>Takes the opening of a group; true where it is <c>(?i:</c>.</summary>
    public static bool Parse(Cursor cursor)
    {
        var start = cursor.Position;
        cursor.Advance();
        if (cursor.Current != '?') return false;
        cursor.MoveTo(start);

        if (TryTake(cursor, "(?i:")) return true;
        if (TryTake(cursor, "(?:")) return false;
        if (s_lookArounds.Any(prefix => TryTake(cursor, prefix)))
        {
            cursor.Report(PatternErrorKind.LookAround, start, cursor.Position,
                "A pattern cannot look ahead or behind; use '\\b' for the edge of a word, or a second pattern in the condition.");
        }
        else if (TryTake(cursor, "(?>"))
        {
            cursor.Report(PatternErrorKind.AtomicGroup, start, cursor.Position,
                "Matching never backtracks, so an atomic group has no meaning; write '(?:'.");
        }
        else if (TryTake(cursor, "(?P="))
        {
            cursor.Report(PatternErrorKind.BackReference, start, cursor.Position, EscapeMessages.BackReference);
            SkipName(cursor);
        }
        else if (!TryTakeName(cursor))
        {
            RefuseOther(cursor, start);
        }

        return false;
    }

    private static bool TryTake(Cursor cursor, string prefix)
    {
        if (!cursor.Starts(prefix)) return false;
        cursor.Advance(prefix.Length);
        return true;
    }

    private static bool TryTakeName(Cursor cursor)
    {
        var start = cursor.Position;
        if (TryTake(cursor, "(?<") || TryTake(cursor, "(?P<"))
        {
            var nameStart = cursor.Position;
            SkipName(cursor);
            if (cursor.Position > nameStart && cursor.TryTake('>')) return true;
        }

        cursor.MoveTo(start);
        return false;
    }

    private static void SkipName(Cursor cursor)
    {
        while (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current == '_') cursor.Advance();
    }

    private static void RefuseOther(Cursor cursor, int start)
    {
        cursor.Advance(2);
        var flagStart = cursor.Position;
        while (char.IsAsciiLetter(cursor.Current) || cursor.Current is '-' or '^') cursor.Advance();
        if (cursor.Position > flagStart && cursor.Current is ':' or ')')
        {
            // The ')' of '(?i)' is left to close the group.
            cursor.TryTake(':');
            cursor.Report(PatternErrorKind.InlineFlag, start, cursor.Position,
                "The one flag is 'i', for a group '(?i:…)' or after the closing slash.");
            return;
        }

        cursor.MoveTo(flagStart);
        cursor.Report(PatternErrorKind.UnknownGroup, start, cursor.Position,
            "After '(?' stands ':' for a group, 'i:' for one that ignores case, or '<name>'; write '\\?' for the character.");
    }
}
