using System.Collections.Concurrent;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns;

/// <summary>
/// Which code points a node of one character matches. The sets of <c>\d \w \s</c> and of categories are made once per process
/// and shared by every pattern.
/// </summary>
internal static class CharacterClasses
{
    private static readonly CodePointSet s_digits = CodePointSet.Of(CharacterTables.DigitRanges);
    private static readonly CodePointSet s_words = CodePointSet.Of(CharacterTables.WordRanges);
    private static readonly CodePointSet s_spaces = CodePointSet.Of(CharacterTables.SpaceRanges);
    private static readonly CodePointSet s_notDigits = s_digits.Complement();
    private static readonly CodePointSet s_notWords = s_words.Complement();
    private static readonly CodePointSet s_notSpaces = s_spaces.Complement();

    private static readonly CodePointSet s_asciiDigits = Written("09");
    private static readonly CodePointSet s_asciiWords = Written("09AZ__az");
    private static readonly CodePointSet s_ecmaScriptSpaces = Written("\t\r  \u00A0\u00A0\u2028\u2029\uFEFF\uFEFF")
        .Union(CharacterTables.TryGetCategoryRanges("Zs", out var spaces) ? CodePointSet.Of(spaces) : CodePointSet.Empty);

    // Bounded by the number of categories and scripts, since only parsed names get here.
    private static readonly ConcurrentDictionary<(string Name, bool Negated, bool IgnoreCase), CodePointSet> s_categories = new();

    /// <summary><c>\w</c>, which <c>\b</c> asks for on both sides.</summary>
    public static CodePointSet Word => s_words;

    /// <summary>ECMAScript's <c>\w</c>.</summary>
    public static CodePointSet AsciiWord => s_asciiWords;

    /// <summary><c>.</c></summary>
    public static CodePointSet Any { get; } = CodePointSet.Of('\n').Complement();

    public static bool IsCategory(string name) => CharacterTables.TryGetCategoryRanges(name, out _);

    public static CodePointSet Of(int codePoint, bool ignoreCase)
    {
        var set = CodePointSet.Of(codePoint);
        if (!ignoreCase) return set;
        foreach (var variant in CharacterTables.CaseVariants(codePoint)) set = set.Union(CodePointSet.Of(variant));
        return set;
    }

    public static CodePointSet Of(PatternClass node, bool ignoreCase)
    {
        var set = CodePointSet.Empty;
        var written = new List<CodePointRange>();
        foreach (var item in node.Items)
        {
            switch (item)
            {
                case PatternClassRange range:
                    written.Add(new CodePointRange(range.First, range.Last));
                    break;
                case PatternClassEscape escape:
                    set = set.Union(Of(escape.Kind, escape.Negated));
                    break;
                case PatternClassCategory category:
                    set = set.Union(Of(category, ignoreCase));
                    break;
            }
        }

        if (written.Count > 0)
        {
            var ranges = CodePointSet.Of([.. written]);
            set = set.Union(ignoreCase ? CaseClosure.Of(ranges) : ranges);
        }

        return node.Negated ? set.Complement() : set;
    }

    /// <summary>Whether ECMAScript's <c>\w</c> matches a code point.</summary>
    public static bool IsAsciiWord(int codePoint) =>
        codePoint == '_' || (codePoint is >= 0 and < 128 && char.IsAsciiLetterOrDigit((char)codePoint));

    /// <summary>Whether ECMAScript's <c>\s</c> matches a code point.</summary>
    public static bool IsEcmaScriptSpace(int codePoint) => s_ecmaScriptSpaces.Contains(codePoint);

    // Ranges as pairs of their ends, which are none of them beyond the first plane.
    private static CodePointSet Written(string ends) =>
        CodePointSet.Of([.. Enumerable.Range(0, ends.Length / 2).Select(i => new CodePointRange(ends[i * 2], ends[i * 2 + 1]))]);

    // Every one of them that knows Unicode holds either all case variants of a letter or none, so that case needs no care.
    private static CodePointSet Of(PatternClassKind kind, bool negated) => kind switch
    {
        PatternClassKind.Digit => negated ? s_notDigits : s_digits,
        PatternClassKind.Word => negated ? s_notWords : s_words,
        PatternClassKind.AsciiDigit => negated ? s_asciiDigits.Complement() : s_asciiDigits,
        PatternClassKind.AsciiWord => negated ? s_asciiWords.Complement() : s_asciiWords,
        PatternClassKind.EcmaScriptSpace => negated ? s_ecmaScriptSpaces.Complement() : s_ecmaScriptSpaces,
        _ => negated ? s_notSpaces : s_spaces,
    };

    // Without case, '\P{Lu}' is what '\p{Lu}' without case does not match: closing first keeps the two disjoint.
    private static CodePointSet Of(PatternClassCategory category, bool ignoreCase) =>
        s_categories.GetOrAdd((category.Name, category.Negated, ignoreCase), static key =>
        {
            var set = CharacterTables.TryGetCategoryRanges(key.Name, out var ranges) ? CodePointSet.Of(ranges) : CodePointSet.Empty;
            if (key.IgnoreCase) set = CaseClosure.Of(set);
            return key.Negated ? set.Complement() : set;
        });
}
