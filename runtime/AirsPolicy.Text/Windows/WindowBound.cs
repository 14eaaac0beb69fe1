using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// How much of a text that still arrives has to be kept back for what is looked for in it. What has no such bound can only be told of the
/// whole text.
/// </summary>
public static class WindowBound
{
    /// <summary>The longest bound, in UTF-16 units: what may be longer counts as unbounded.</summary>
    public const int Longest = 4_096;

    /// <summary>
    /// The most units a match of a pattern takes, white space that repeats without end counted once; null where there is no bound, or it is
    /// over <see cref="Longest"/>.
    /// </summary>
    public static int? Of(PatternTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Of(tree.Root) is <= Longest and var bound ? (int)bound : null;
    }

    /// <summary>Whether what a built-in detector finds is bounded.</summary>
    /// <param name="name">Its name; false for a name that is none.</param>
    public static bool IsBounded(string name) => BuiltinDetectors.WindowsOf(name) is not null;

    // The parser's depth bound is the bound of the recursion. A character takes two units at most.
    private static long? Of(PatternNode node)
    {
        switch (node)
        {
            case PatternEmpty or PatternAnchor:
                return 0;
            case PatternCharacter character:
                return character.CodePoint > char.MaxValue ? 2 : 1;
            case PatternAny or PatternClass:
                return 2;
            case PatternCaseless caseless:
                return Of(caseless.Body);
            case PatternSequence sequence:
                return sequence.Items.Aggregate((long?)0, (sum, item) => sum + Of(item));
            case PatternAlternation alternation:
                return alternation.Alternatives.Aggregate(
                    (long?)0,
                    (most, one) => most is null || Of(one) is not { } bound ? null : Math.Max(most.Value, bound));
            case PatternRepeat repeat:
                return OfRepeat(repeat, Of(repeat.Body));
            default:
                return null;
        }
    }

    private static long? OfRepeat(PatternRepeat repeat, long? body)
    {
        if (repeat.Max == 0 || body == 0)
            return 0;
        var times = repeat.Max ?? (IsSpace(repeat.Body) ? Math.Max(1, repeat.Min) : null as int?);
        return times * body is { } bound ? Math.Min(bound, Longest + 1L) : null;
    }

    private static bool IsSpace(PatternNode node) => node switch
    {
        PatternCharacter character => IsSpace(character.CodePoint),
        PatternClass { Negated: false } one => one.Items.All(IsSpace),
        _ => false,
    };

    private static bool IsSpace(PatternClassItem item) => item switch
    {
        PatternClassEscape escape => escape is { Kind: PatternClassKind.Space or PatternClassKind.EcmaScriptSpace, Negated: false },
        PatternClassRange range => range.First == range.Last && IsSpace(range.First),
        _ => false,
    };

    private static bool IsSpace(int codePoint) => codePoint is ' ' or '\t' or '\n' or '\r';
}
