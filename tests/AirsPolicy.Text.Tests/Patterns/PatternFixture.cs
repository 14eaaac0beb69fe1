using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Text.Tests.Patterns;

/// <summary>Short ways to a tree, a pattern and its matches.</summary>
internal static class PatternFixture
{
    public static PatternTree Parse(string source, PatternOptions options = PatternOptions.None)
    {
        var parse = PatternParser.Parse(source, options);
        Assert.True(parse.Tree is not null, $"'{source}' has errors: {string.Join("; ", parse.Errors)}");
        return parse.Tree;
    }

    public static Pattern Compile(string source, PatternOptions options = PatternOptions.None) => Pattern.Compile(Parse(source, options));

    public static bool IsMatch(string source, string text, PatternOptions options = PatternOptions.None) =>
        Compile(source, options).IsMatch(text, new PatternScratch());

    public static TextSpan[] Find(Pattern pattern, string text) => Find(pattern, text, new PatternScratch());

    public static TextSpan[] Find(Pattern pattern, string text, PatternScratch scratch)
    {
        var found = new List<TextSpan>();
        foreach (var match in pattern.Matches(text, scratch)) found.Add(match);
        return [.. found];
    }

    public static string[] FindTexts(string source, string text, PatternOptions options = PatternOptions.None) =>
        [.. Find(Compile(source, options), text).Select(span => text[span.Start..span.End])];
}
