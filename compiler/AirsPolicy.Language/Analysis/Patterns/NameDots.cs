using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Analysis.Patterns;

/// <summary>Dots in what reads like the name of a host or a file.</summary>
internal static class NameDots
{
    // Ends of names that stand in no ordinary words.
    private static readonly HashSet<string> s_ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "com",
        "org",
        "net",
        "edu",
        "gov",
        "io",
        "dev",
        "app",
        "ai",
        "example",
        "test",
        "uk",
        "de",
        "fr",
        "eu",
        "exe",
        "dll",
        "bat",
        "js",
        "json",
        "pdf",
        "docx",
        "xlsx",
        "csv",
        "zip",
        "html",
        "php",
        "env",
        "pem",
    };

    /// <summary>
    /// The first such dot of a sequence that matches any character, with another text that it matches; null where there is none.
    /// </summary>
    public static (PatternNode Dot, string Example)? First(PatternSequence sequence)
    {
        var items = sequence.Items.ToList();
        for (var i = 2; i < items.Count - 1; i++)
        {
            if (items[i] is not PatternAny
                || Before(items, i) is not { Length: >= 2 } name
                || After(items, i) is not { } end
                || !s_ends.Contains(end))
                continue;
            return (items[i], $"{name}x{end}");
        }
        return null;
    }

    /// <summary>Whether a pattern holds a name with dots in it, escaped or not.</summary>
    public static bool HoldsName(PatternNode root) =>
        PatternNodes
            .Of(root)
            .OfType<PatternSequence>()
            .Any(sequence =>
            {
                var items = sequence.Items.ToList();
                for (var i = 2; i < items.Count - 1; i++)
                {
                    if (items[i] is PatternAny or PatternCharacter { CodePoint: '.' }
                        && Before(items, i).Length >= 2
                        && s_ends.Contains(After(items, i)))
                        return true;
                }
                return false;
            });

    private static string Before(List<PatternNode> items, int dot)
    {
        var start = dot;
        while (start > 0 && items[start - 1] is PatternCharacter character && IsOfName(character.CodePoint))
            start--;
        return Text(items, start, dot);
    }

    // A name ends where something else than a letter stands, or nothing.
    private static string After(List<PatternNode> items, int dot)
    {
        var end = dot + 1;
        while (end < items.Count && items[end] is PatternCharacter character && char.IsAsciiLetter((char)character.CodePoint))
            end++;
        return end < items.Count && items[end] is not (PatternAnchor or PatternCharacter) ? "" : Text(items, dot + 1, end);
    }

    private static bool IsOfName(int codePoint) =>
        codePoint < 128 && (char.IsAsciiLetterOrDigit((char)codePoint) || codePoint is '-' or '_');

    private static string Text(List<PatternNode> items, int start, int end) =>
        string.Concat(items.Skip(start).Take(end - start).Select(item => char.ConvertFromUtf32(((PatternCharacter)item).CodePoint)));
}
