using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Comparison.Samples;

/// <summary>Short texts that a pattern matches.</summary>
internal static class PatternSamples
{
    private const int Most = 24;
    private const int LongestRepeat = 64;

    // Tried in turn where a class says what does not match, or names a category or script.
    private static readonly string[] s_letters = ["a", "A", "1", " ", "-", "_", ".", "é", "α", "Ω", "ж", "漢", "א", "ب", "€", "\n"];

    /// <summary>
    /// Samples of a pattern of a policy; those that it does not match after all, since an anchor stands against them, are left out.
    /// </summary>
    public static IReadOnlyList<string> Of(string source, bool ignoreCase) =>
        Of(source, ignoreCase ? PatternOptions.IgnoreCase : PatternOptions.None);

    /// <summary>Samples of a pattern of a JSON Schema.</summary>
    public static IReadOnlyList<string> OfSchema(string source) => Of(source, PatternOptions.EcmaScript);

    private static List<string> Of(string source, PatternOptions options)
    {
        if (PatternParser.Parse(source, options).Tree is not { } tree)
            return [];
        var pattern = new NaivePattern(tree);
        return
        [
            .. Texts(tree.Root, spaced: false)
                .Concat(Texts(tree.Root, spaced: true))
                .Distinct()
                .Take(4 * Most)
                .Where(text => pattern.Matches(text).Count > 0)
                .Take(Most),
        ];
    }

    private static IEnumerable<string> Texts(PatternNode node, bool spaced) => node switch
    {
        PatternCharacter character => [char.ConvertFromUtf32(character.CodePoint)],
        PatternAny => [spaced ? " " : "a"],
        PatternClass characters => [OfClass(characters)],
        PatternSequence sequence => Sequence(sequence, spaced),
        PatternAlternation alternation => alternation.Alternatives.SelectMany(part => Texts(part, spaced)).Take(Most),
        PatternRepeat repeat => Texts(repeat.Body, spaced).Select(body => string.Concat(Enumerable.Repeat(body, Times(repeat, spaced)))),
        PatternCaseless caseless => Texts(caseless.Body, spaced),
        _ => [""],
    };

    private static int Times(PatternRepeat repeat, bool spaced) =>
        Math.Min(LongestRepeat, Math.Max(repeat.Min, spaced && repeat.Max is not 0 ? 1 : 0));

    // Every item in its first text, and then each of its other texts among the first ones of the rest.
    private static IEnumerable<string> Sequence(PatternSequence sequence, bool spaced)
    {
        var items = sequence.Items.Select(item => Texts(item, spaced).ToList()).ToList();
        yield return string.Concat(items.Select(texts => texts[0]));
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var other in items[i].Skip(1))
                yield return string.Concat(items.Select((texts, index) => index == i ? other : texts[0]));
        }
    }

    private static string OfClass(PatternClass characters)
    {
        if (!characters.Negated && characters.Items[0] is PatternClassRange range)
            return char.ConvertFromUtf32(range.First);
        return s_letters.FirstOrDefault(letter => Holds(characters, letter), "a");
    }

    private static bool Holds(PatternClass characters, string letter)
    {
        var codePoint = char.ConvertToUtf32(letter, 0);
        return characters.Items.Any(item => Holds(item, codePoint)) != characters.Negated;
    }

    private static bool Holds(PatternClassItem item, int codePoint) => item switch
    {
        PatternClassRange range => codePoint >= range.First && codePoint <= range.Last,
        PatternClassEscape escape => Holds(escape.Kind, (char)codePoint) != escape.Negated,
        PatternClassCategory category => PatternParser.Parse($@"\p{{{category.Name}}}", PatternOptions.None).Tree is { } tree
            && new NaivePattern(tree).Matches(char.ConvertFromUtf32(codePoint)).Count > 0 != category.Negated,
        _ => false,
    };

    private static bool Holds(PatternClassKind kind, char letter) => kind switch
    {
        PatternClassKind.Digit or PatternClassKind.AsciiDigit => char.IsAsciiDigit(letter),
        PatternClassKind.Word or PatternClassKind.AsciiWord => char.IsAsciiLetterOrDigit(letter) || letter == '_',
        _ => letter is ' ' or '\n',
    };
}
