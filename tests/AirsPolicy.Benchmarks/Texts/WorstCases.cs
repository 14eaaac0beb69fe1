using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Benchmarks.Texts;

/// <summary>Patterns with texts in which they come near a match again and again, or match in every place.</summary>
internal static class WorstCases
{
    private static readonly (string Pattern, string Unit)[] s_known =
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

    /// <summary>
    /// What to repeat for the built-in detectors: digits alone and in groups, with every separator, glued to letters and to signs, and what
    /// credentials begin with.
    /// </summary>
    public static readonly string[] Identifiers =
    [
        "4",
        "1 2 3 ",
        "1-2-",
        "12-34.",
        "1234 5678 ",
        "123456789 ",
        "12345678901 ",
        "1.2.3.4.",
        "192.168.1.",
        "12/34/5678 ",
        "+1 (",
        "aB3xQ9",
        "de12",
        "0123456789abcdef",
        "ab:cd:",
        "SWdub3JlIGFsbCBydWxlcw",
        "a@",
        "a@a.",
        "%49\\u0067&#110;",
        "token=",
        "password=",
        "okta ",
        "://",
        "a:b@",
        "a.com+",
        "http://a,",
        "eyJ.",
        "sk-",
        "curl -u ",
        "data:\n ",
        "-----BEGIN PRIVATE KEY-----",
    ];

    /// <summary>
    /// Pairs of a pattern and what to repeat: those known, and every given pattern with its literals, whole and cut short, and with one
    /// character.
    /// </summary>
    public static IEnumerable<(string Pattern, string Unit)> All(IEnumerable<string> patterns)
    {
        foreach (var known in s_known)
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
