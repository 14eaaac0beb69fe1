using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>A text that a match of a pattern may have to hold, as it is looked for in a view.</summary>
/// <param name="Text">The text.</param>
/// <param name="IgnoreCase">Letters of ASCII stand there in either case; the text is then of ASCII alone.</param>
/// <param name="Back">How far before it the literal begins that it is a part of.</param>
internal readonly record struct RequiredLiteral(string Text, bool IgnoreCase, int Back);

/// <summary>Tells how the literals that a pattern requires stand in a view.</summary>
internal static class RequiredLiterals
{
    /// <summary>The texts to look for; null where there are none, or one of them is too short.</summary>
    public static PatternList<RequiredLiteral>? In(TextViewKind view, PatternFacts facts) =>
        LongEnough(facts, literal => In(view, literal));

    /// <summary>
    /// The texts to look for in the folded view instead of the text as it came; null where there are none, or one of them is too short.
    /// Wherever a literal stands in the text, in any case, its part that is named here stands in the folded view, and comes from there unit
    /// by unit.
    /// </summary>
    public static PatternList<RequiredLiteral>? InFolded(PatternFacts facts) => LongEnough(facts, InFolded);

    private static PatternList<RequiredLiteral>? LongEnough(PatternFacts facts, Func<PatternLiteral, RequiredLiteral> convert)
    {
        if (facts.RequiredLiterals.Count == 0) return null;
        PatternList<RequiredLiteral> literals = [.. facts.RequiredLiterals.Select(convert)];
        return literals.All(literal => literal.Text.Length >= LiteralScan.ShortestLiteral) ? literals : null;
    }

    // Characters of ASCII are folded one by one and none is taken out between two of them. Of several spaces one is left, so that none may
    // stand at an end, nor two together; and behind the last character may stand a mark that makes another of it.
    private static RequiredLiteral InFolded(PatternLiteral literal)
    {
        var text = literal.Text;
        var (start, length) = (0, 0);
        for (var from = 0; from < text.Length; from++)
        {
            if (!IsKept(text[from])) continue;
            var end = from;
            for (var at = from; at < text.Length; at++)
            {
                if (IsKept(text[at])) end = CanTakeMark(text[at]) ? end : at + 1;
                else if (text[at] != ' ' || text[at - 1] == ' ') break;
            }

            if (end - from > length) (start, length) = (from, end - from);
            while (from + 1 < text.Length && (IsKept(text[from + 1]) || text[from + 1] == ' ')) from++;
        }

        return new RequiredLiteral(text.Substring(start, length).ToLowerInvariant(), false, start);
    }

    private static bool IsKept(char unit) => unit is > ' ' and < '\x7F';

    // With a stroke they are one character: ≠ and its like.
    private static bool CanTakeMark(char unit) => unit is '<' or '=' or '>';

    // A literal without case variants stands in the text as it is, and every literal does in a view without case, where each character is
    // its own folding. Elsewhere one without case may stand in any case, which is looked for in the longest part of ASCII.
    private static RequiredLiteral In(TextViewKind view, PatternLiteral literal)
    {
        if (!literal.Folded || view != TextViewKind.Plain) return new RequiredLiteral(literal.Text, false, 0);
        var (start, length) = (0, 0);
        for (var from = 0; from < literal.Text.Length;)
        {
            var run = literal.Text.AsSpan(from).IndexOfAnyExceptInRange('\0', '\x7F');
            if (run < 0) run = literal.Text.Length - from;
            if (run > length) (start, length) = (from, run);
            from += run + 1;
        }

        return new RequiredLiteral(literal.Text.Substring(start, length), true, start);
    }
}
