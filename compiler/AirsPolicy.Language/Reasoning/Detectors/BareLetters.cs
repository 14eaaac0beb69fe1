using System.Text;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Reasoning.Detectors;

/// <summary>
/// What a term or pattern matches, of which only letters and digits are left, as a pattern. It allows too much rather than too little:
/// views fold letters, digits and white space, and what one of them finds another may find in other characters, so that whatever is not a
/// plain ASCII letter or digit may be any of these, or none.
/// </summary>
internal static class BareLetters
{
    private const string Anything = "[a-z0-9]*";

    /// <summary>Of a term.</summary>
    public static string OfTerm(string term) => string.Concat(term.Select(unit => Of(unit)));

    /// <summary>Of a pattern; null for one that cannot be read.</summary>
    public static string? OfPattern(string source) =>
        PatternParser.Parse(source, PatternOptions.IgnoreCase).Tree is { } tree ? Of(tree.Root) : null;

    private static string Of(PatternNode node) => node switch
    {
        PatternCharacter character => Of(character.CodePoint),
        PatternAny => Anything,
        PatternClass { Negated: false } characters => Of(characters),
        PatternClass => Anything,
        PatternSequence sequence => string.Concat(sequence.Items.Select(Of)),
        PatternAlternation alternation => $"(?:{string.Join('|', alternation.Alternatives.Select(Of))})",
        PatternRepeat repeat => $"(?:{Of(repeat.Body)}){Times(repeat)}",
        PatternCaseless caseless => Of(caseless.Body),
        // Where a match stands says nothing of what it holds.
        _ => "",
    };

    private static string Of(int codePoint) =>
        codePoint >= 128 ? Anything
        : char.IsAsciiLetterOrDigit((char)codePoint) ? ((char)codePoint).ToString()
        : "";

    private static string Of(PatternClass characters)
    {
        var kept = new StringBuilder();
        var mayBeNone = false;
        foreach (var item in characters.Items)
        {
            switch (item)
            {
                case PatternClassRange { Last: < 128 } range:
                    for (var character = range.First; character <= range.Last; character++)
                    {
                        if (char.IsAsciiLetterOrDigit((char)character))
                            kept.Append((char)character);
                        else
                            mayBeNone = true;
                    }
                    break;
                case PatternClassEscape { Kind: PatternClassKind.Digit, Negated: false }:
                    kept.Append("0-9");
                    break;
                case PatternClassEscape { Kind: PatternClassKind.Space, Negated: false }:
                    mayBeNone = true;
                    break;
                default:
                    return Anything;
            }
        }
        return kept.Length == 0 ? "" : $"[{kept}]{(mayBeNone ? "?" : "")}";
    }

    private static string Times(PatternRepeat repeat) =>
        repeat.Max is { } most
            ? FormattableString.Invariant($"{{{repeat.Min},{most}}}")
            : FormattableString.Invariant($"{{{repeat.Min},}}");
}
