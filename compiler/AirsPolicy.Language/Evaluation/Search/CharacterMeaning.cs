using System.Diagnostics;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>Which code points the parts of a pattern that take one character match, decided one by one from the character tables.</summary>
internal static class CharacterMeaning
{
    public static bool Equal(int expected, int codePoint, bool ignoreCase) =>
        expected == codePoint || ignoreCase && CharacterTables.CaseVariants(codePoint).Contains(expected);

    public static bool Holds(PatternClass node, int codePoint, bool ignoreCase)
    {
        foreach (var item in node.Items)
        {
            if (Holds(item, codePoint, ignoreCase))
                return !node.Negated;
        }
        return node.Negated;
    }

    private static bool Holds(PatternClassItem item, int codePoint, bool ignoreCase) => item switch
    {
        PatternClassRange range => AnyCase(codePoint, ignoreCase, range, static (range, c) => c >= range.First && c <= range.Last),
        PatternClassEscape escape => Holds(escape.Kind, codePoint) != escape.Negated,
        PatternClassCategory category =>
            AnyCase(codePoint, ignoreCase, category.Name, static (name, c) => IsIn(name, c)) != category.Negated,
        _ => throw new UnreachableException($"No meaning is given to {item.GetType().Name}."),
    };

    private static bool Holds(PatternClassKind kind, int codePoint) =>
        kind switch
        {
            PatternClassKind.Digit => CharacterTables.IsDigit(codePoint),
            PatternClassKind.Word => CharacterTables.IsWord(codePoint),
            PatternClassKind.Space => CharacterTables.IsSpace(codePoint),
            // Patterns of schemas are matched as facts are read, in the frame that both engines share.
            PatternClassKind.AsciiDigit or PatternClassKind.AsciiWord or PatternClassKind.EcmaScriptSpace => throw new UnreachableException(
                "A rule has no pattern of ECMAScript."),
            _ => throw new UnreachableException($"No meaning is given to {kind}."),
        };

    private static bool AnyCase<T>(int codePoint, bool ignoreCase, T set, Func<T, int, bool> holds)
    {
        if (holds(set, codePoint))
            return true;
        if (!ignoreCase)
            return false;
        foreach (var variant in CharacterTables.CaseVariants(codePoint))
        {
            if (holds(set, variant))
                return true;
        }
        return false;
    }

    private static bool IsIn(string category, int codePoint)
    {
        if (!CharacterTables.TryGetCategoryRanges(category, out var ranges))
            return false;
        foreach (var range in ranges)
        {
            if (range.Contains(codePoint))
                return true;
        }
        return false;
    }
}
