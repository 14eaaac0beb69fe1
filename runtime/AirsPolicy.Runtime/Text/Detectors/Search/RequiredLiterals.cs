using AirsPolicy.Runtime.Text.Literals;
using AirsPolicy.Runtime.Text.Patterns;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>A text that a match of a pattern may have to hold, as it is looked for in a view.</summary>
/// <param name="Text">The text.</param>
/// <param name="IgnoreCase">Letters of ASCII stand there in either case; the text is then of ASCII alone.</param>
/// <param name="Back">How far before it the literal begins that it is a part of.</param>
internal readonly record struct RequiredLiteral(string Text, bool IgnoreCase, int Back);

/// <summary>Tells how the literals that a pattern requires stand in a view.</summary>
internal static class RequiredLiterals
{
    /// <summary>The texts to look for; null where there are none, or one of them is too short.</summary>
    public static PatternList<RequiredLiteral>? In(TextViewKind view, PatternFacts facts)
    {
        if (facts.RequiredLiterals.Count == 0) return null;
        PatternList<RequiredLiteral> literals = [.. facts.RequiredLiterals.Select(literal => In(view, literal))];
        return literals.All(literal => literal.Text.Length >= LiteralScan.ShortestLiteral) ? literals : null;
    }

    // A literal without case variants stands in the text as it is, and every literal does in a view without case, where each character is its own
    // folding. Elsewhere one without case may stand in any case, which is looked for in the longest part of ASCII.
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
