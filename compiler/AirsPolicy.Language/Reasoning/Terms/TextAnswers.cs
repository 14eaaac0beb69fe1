using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>What is true of a text that is known.</summary>
internal static class TextAnswers
{
    public static bool Holds(TextQuestion question, string text) => question.Relation switch
    {
        TextRelation.Equals => text == question.Text,
        TextRelation.Contains => text.Contains(question.Text, StringComparison.Ordinal),
        TextRelation.StartsWith => text.StartsWith(question.Text, StringComparison.Ordinal),
        TextRelation.EndsWith => text.EndsWith(question.Text, StringComparison.Ordinal),
        _ => PatternOf(question) is { } pattern && pattern.IsMatch(text, new PatternScratch()),
    };

    /// <summary>The question as a pattern, or null where it has none.</summary>
    public static Pattern? PatternOf(TextQuestion question) => Compile(
        question.Relation switch
        {
            TextRelation.Equals => $"^{Escaped(question.Text)}$",
            TextRelation.Contains => Escaped(question.Text),
            TextRelation.StartsWith => $"^{Escaped(question.Text)}",
            TextRelation.EndsWith => $"{Escaped(question.Text)}$",
            _ => question.Text,
        },
        question.IgnoreCase);

    private static Pattern? Compile(string source, bool ignoreCase) =>
        PatternParser.Parse(source, ignoreCase ? PatternOptions.IgnoreCase : PatternOptions.None).Tree is { } tree
            ? Pattern.Compile(tree)
            : null;

    private static string Escaped(string text) => string.Concat(text.EnumerateRunes().Select(rune => $"\\u{{{rune.Value:X}}}"));
}
