using AirsPolicy.Text;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Parsing;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Runtime.Schemas.Patterns;

/// <summary><c>[…]</c> and <c>[^…]</c>. <c>[]</c> matches nothing and <c>[^]</c> everything.</summary>
internal static class EcmaScriptClass
{
    public static PatternNode Read(Cursor cursor, EcmaScriptReader reader)
    {
        var start = cursor.Position;
        cursor.Advance();
        var negated = cursor.TryTake('^');
        var ranges = new List<CodePointRange>();
        while (!cursor.AtEnd && cursor.Current != ']')
            ReadItem(cursor, reader, ranges);
        if (!cursor.TryTake(']') && reader.Malformed is null)
            reader.Fail("a '[' has no ']'");
        return Of(cursor.SpanFrom(start), negated ? EcmaScriptSets.Not([.. ranges]) : [.. ranges]);
    }

    /// <summary>A node that matches one of some characters.</summary>
    public static PatternClass Of(TextSpan span, CodePointRange[] ranges) => ranges.Length == 0
        // A class of the engine has an item; none of them stands for no character.
        ? new PatternClass(span, true, [new PatternClassRange(span, 0, CodePointSet.LastCodePoint)])
        : new PatternClass(span, false, [.. ranges.Select(range => new PatternClassRange(span, range.First, range.Last))]);

    private static void ReadItem(Cursor cursor, EcmaScriptReader reader, List<CodePointRange> ranges)
    {
        var first = EcmaScriptEscape.ReadCharacterOrSet(cursor, reader, inClass: true);
        if (cursor.Current != '-' || cursor.Peek(1) == ']' || cursor.Remaining < 2)
        {
            ranges.AddRange(first);
            return;
        }
        cursor.Advance();
        var last = EcmaScriptEscape.ReadCharacterOrSet(cursor, reader, inClass: true);
        if (!IsCharacter(first) || !IsCharacter(last))
            reader.Fail("a range of a class has a class at one end");
        else if (first[0].First > last[0].First)
            reader.Fail("a range of a class runs backwards");
        else
            ranges.Add(new CodePointRange(first[0].First, last[0].First));
    }

    private static bool IsCharacter(CodePointRange[] set) => set is [{ First: var first, Last: var last }] && first == last;
}
