using AirsPolicy.Runtime.Text.Patterns;

namespace AirsPolicy.Benchmarks.Texts;

/// <summary>Patterns with texts in which they come near a match again and again, or match in every place.</summary>
internal static class WorstCases
{
    private static readonly (string Pattern, string Unit)[] Known =
    [
        ("a*b|a", "a"),
        ("(a|aa)*b|aaa", "a"),
        ("(a*)*b", "a"),
        ("(a+)+$|a", "ab"),
        (".*x|.{3}", "ab\U0001F600"),
        (@"(\w+\s?)*;|\w+", "word after word "),
        (@"\b(\w+ ){1,20}end", "not the end: then "),
        (@"[\w.+-]+@[\w-]+(\.[\w-]+)+", "a.b-"),
        (@"\b(?:\d[ -]?){13,19}\b", "1 2-3"),
        ("[ab]*a[ab]{12}c|b", "ab"),
        ("a.*ab", "a"),
        ("(?:ab)+.*ab;", "ab"),
    ];

    /// <summary>Pairs of a pattern and what to repeat: those known, and every given pattern with its literals, whole and cut short, and with one character.</summary>
    public static IEnumerable<(string Pattern, string Unit)> All(IEnumerable<string> patterns)
    {
        foreach (var known in Known)
            yield return known;
        foreach (var pattern in patterns)
        {
            var required = PatternFacts.Of(PatternParser.Parse(pattern, PatternOptions.IgnoreCase).Tree!).RequiredLiterals;
            var literal = required.Count > 0 ? required[0].Text : "1";
            yield return (pattern, literal);
            yield return (pattern, literal + " ");
            yield return (pattern, literal[..^1] + "a");
            yield return (pattern, literal[..1]);
        }
    }
}
