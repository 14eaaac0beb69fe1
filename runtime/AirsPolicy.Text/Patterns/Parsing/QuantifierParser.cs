namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary><c>* + ? {n} {n,} {n,m}</c>, and what other dialects write after them.</summary>
internal static class QuantifierParser
{
    private readonly record struct Quantifier(int Min, int? Max);

    /// <summary>
    /// The body with the repetition that follows it, if one does. The span begins where the body's source began, at its parenthesis.
    /// </summary>
    public static PatternNode Parse(Cursor cursor, PatternNode body, int bodyStart)
    {
        var start = cursor.Position;
        if (!IsAt(cursor)) return body;
        if (Take(cursor) is not { } quantifier) return body;

        var node = new PatternRepeat(cursor.SpanFrom(bodyStart), body, quantifier.Min, quantifier.Max);
        RefuseSuffix(cursor, start);
        return node;
    }

    /// <summary>Takes and refuses a repetition where an atom should stand.</summary>
    public static bool TryRefuseLeading(Cursor cursor) =>
        TryRefuse(cursor, text => $"Nothing stands before '{text}' to repeat; write '{Escape(text)}' for the text itself.");

    /// <summary>Takes and refuses a repetition after an anchor.</summary>
    public static bool TryRefuseAfterAnchor(Cursor cursor) =>
        TryRefuse(cursor, text => $"An anchor takes no characters, so '{text}' cannot repeat it; take the repetition out.");

    private static string Escape(string text) =>
        text[0] == '{' ? $"\\{text[..^1]}\\}}" : "\\" + text;

    private static bool IsAt(Cursor cursor) => cursor.Current is '*' or '+' or '?' or '{';

    private static bool TryRefuse(Cursor cursor, Func<string, string> message)
    {
        var start = cursor.Position;
        if (!IsAt(cursor)) return false;
        if (Take(cursor) is not null)
        {
            cursor.Report(PatternErrorKind.NothingToRepeat, start, cursor.Position, message(cursor.Slice(start, cursor.Position)));
        }

        return true;
    }

    private static void RefuseSuffix(Cursor cursor, int start)
    {
        if (cursor.TryTake('?'))
        {
            cursor.Report(
                PatternErrorKind.LazyRepeat,
                start,
                cursor.Position,
                "Matches are the leftmost and longest, so a lazy repetition has no meaning; drop the '?' and exclude what must not be " +
                "passed, as '[^\"]*' for '.*?'."
            );
        }
        else if (cursor.TryTake('+'))
        {
            cursor.Report(PatternErrorKind.PossessiveRepeat, start, cursor.Position,
                "Matching never backtracks, so a possessive repetition has no meaning; drop the '+'.");
        }

        while (IsAt(cursor))
        {
            var again = cursor.Position;
            if (Take(cursor) is null)
                continue;
            cursor.Report(
                PatternErrorKind.RepeatedRepeat,
                again,
                cursor.Position,
                "A repetition cannot stand on another; put the first in a group, as in '(?:a{2})*'.");
        }
    }

    // Null after an error of its own; moves forward in any case.
    private static Quantifier? Take(Cursor cursor)
    {
        if (cursor.TryTake('*')) return new Quantifier(0, null);
        if (cursor.TryTake('+')) return new Quantifier(1, null);
        if (cursor.TryTake('?')) return new Quantifier(0, 1);
        return TakeBraces(cursor);
    }

    private static Quantifier? TakeBraces(Cursor cursor)
    {
        var start = cursor.Position;
        cursor.Advance();
        var min = TakeNumber(cursor);
        var max = min;
        if (cursor.TryTake(',')) max = TakeNumber(cursor);
        if (min is null || !cursor.TryTake('}'))
        {
            cursor.MoveTo(start + 1);
            cursor.Report(PatternErrorKind.MalformedRepeat, start, start + 1,
                "A '{' begins a repetition '{2}', '{2,}' or '{2,5}'; write '\\{' for the character.");
            return null;
        }

        if (min > PatternLimits.MaxRepeat || max > PatternLimits.MaxRepeat)
        {
            cursor.Report(PatternErrorKind.RepeatTooLarge, start, cursor.Position,
                $"A repetition counts to {PatternLimits.MaxRepeat} at most; write '{{n,}}' for no upper bound.");
            return null;
        }

        if (max < min)
        {
            cursor.Report(PatternErrorKind.ReversedRepeat, start, cursor.Position,
                $"The least number stands first; write '{{{max},{min}}}'.");
            return null;
        }

        return new Quantifier(min.Value, max);
    }

    // Stays above the bound once above it, whatever the number of digits.
    private static int? TakeNumber(Cursor cursor)
    {
        int? number = null;
        while (char.IsAsciiDigit(cursor.Current))
        {
            number = Math.Min((number ?? 0) * 10 + (cursor.Current - '0'), PatternLimits.MaxRepeat + 1);
            cursor.Advance();
        }

        return number;
    }
}
