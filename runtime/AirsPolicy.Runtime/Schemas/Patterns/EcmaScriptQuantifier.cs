using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Parsing;

namespace AirsPolicy.Runtime.Schemas.Patterns;

/// <summary><c>* + ? {n} {n,} {n,m}</c>, each greedy or lazy.</summary>
internal static class EcmaScriptQuantifier
{
    /// <summary>Whether a <c>{</c> here begins a repetition; otherwise it is a literal.</summary>
    public static bool StandsAt(Cursor cursor)
    {
        if (cursor.Current != '{')
            return false;
        var ahead = 1;
        while (char.IsAsciiDigit(cursor.Peek(ahead)))
            ahead++;
        if (ahead == 1)
            return false;
        if (cursor.Peek(ahead) == ',')
        {
            ahead++;
            while (char.IsAsciiDigit(cursor.Peek(ahead)))
                ahead++;
        }
        return cursor.Peek(ahead) == '}';
    }

    /// <summary>The atom, repeated as what follows it says.</summary>
    public static PatternNode Read(Cursor cursor, EcmaScriptReader reader, PatternNode atom, int start)
    {
        int min;
        int? max;
        switch (cursor.Current)
        {
            case '*':
                (min, max) = (0, null);
                cursor.Advance();
                break;
            case '+':
                (min, max) = (1, null);
                cursor.Advance();
                break;
            case '?':
                (min, max) = (0, 1);
                cursor.Advance();
                break;
            case '{' when StandsAt(cursor):
                (min, max) = ReadCounts(cursor);
                break;
            default:
                return atom;
        }
        cursor.TryTake('?');
        if (max < min)
            reader.Fail("a repetition has its greater number first");
        if (Math.Max(min, max ?? 0) > PatternLimits.MaxRepeat)
        {
            reader.Refuse($"it repeats more than {PatternLimits.MaxRepeat} times by number");
            return atom;
        }
        return new PatternRepeat(cursor.SpanFrom(start), atom, min, max);
    }

    private static (int Min, int? Max) ReadCounts(Cursor cursor)
    {
        cursor.Advance();
        var min = ReadCount(cursor);
        int? max = min;
        if (cursor.TryTake(','))
            max = cursor.Current == '}' ? null : ReadCount(cursor);
        cursor.Advance();
        return (min, max);
    }

    // What is over the limit is all the same.
    private static int ReadCount(Cursor cursor)
    {
        var count = 0;
        for (; char.IsAsciiDigit(cursor.Current); cursor.Advance())
            count = Math.Min(1_000_000, count * 10 + (cursor.Current - '0'));
        return count;
    }
}
