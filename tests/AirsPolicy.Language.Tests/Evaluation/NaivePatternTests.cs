using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Text;
using AirsPolicy.Text.Patterns;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class NaivePatternTests
{
    [Theory]
    [InlineData("a|ab", "xab", "ab")]
    [InlineData("a*", "baac", "aa")]
    [InlineData("(a|b)+c?", "abcab", "abc|ab")]
    [InlineData("a{2,3}", "aaaaa", "aaa|aa")]
    [InlineData("(|a){2}b", "aab", "aab")]
    [InlineData("\\bcat\\b", "cat concat cat.", "cat|cat")]
    [InlineData("^a|a$", "aaa", "a|a")]
    [InlineData("[^a-c]+", "abcxyz", "xyz")]
    [InlineData("(?i:K)", "k", "k")]
    [InlineData(".", "\n😀", "😀")]
    [InlineData("\\d+", "a1٢3", "1٢3")]
    public void Matches_are_leftmost_longest_and_never_empty(string pattern, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Matches(pattern, text).Select(m => text[m.Start..m.End])));

    [Fact]
    public void Nested_repeats_end_soon()
    {
        var pattern = Parse("((a*)*)*b", PatternOptions.None);
        Assert.False(new NaivePattern(pattern).IsMatch(new string('a', 200)));
    }

    // The engine of the runtime was written from the same definition by other means: where the two differ, one of them is wrong.
    [Fact]
    public void It_agrees_with_the_engine_of_the_runtime_on_random_patterns_and_texts()
    {
        var pairs = Gen.Zip(Patterns(3), Texts).ToArbitrary();
        Prop.ForAll(pairs, pair =>
        {
            var (source, text) = pair;
            foreach (var options in new[] { PatternOptions.None, PatternOptions.IgnoreCase })
            {
                if (PatternParser.Parse(source, options).Tree is not { } tree)
                    continue;
                var naive = new NaivePattern(tree);
                var fast = Pattern.Compile(tree);
                var scratch = new PatternScratch();
                var expected = new List<TextSpan>();
                foreach (var match in fast.Matches(text, scratch))
                    expected.Add(match);
                Assert.Equal(expected, naive.Matches(text));
                Assert.Equal(fast.IsMatch(text, scratch), naive.IsMatch(text));
            }
        }).Check(Laws.Config.WithMaxTest(2_000));
    }

    private static Gen<string> Texts =>
        Gen.Elements("a", "b", "A", "K", "K", " ", "\n", "1", "é", "ſ", "s", "😀").ListOf().Select(parts => string.Concat(parts));

    private static Gen<string> Patterns(int depth)
    {
        var leaf = Gen.Elements(
            "a",
            "b",
            "K",
            "s",
            ".",
            "[ab]",
            "[^a]",
            "\\d",
            "\\w",
            "\\W",
            "\\s",
            "\\p{Lu}",
            "\\P{Lu}",
            "\\b",
            "^",
            "$",
            "é",
            "[a-z]");
        if (depth == 0)
            return leaf;
        var inner = Patterns(depth - 1);
        return Gen.OneOf(
            leaf,
            Gen.Zip(inner, inner).Select(p => p.Item1 + p.Item2),
            Gen.Zip(inner, inner).Select(p => $"({p.Item1}|{p.Item2})"),
            Gen.Zip(inner, Gen.Elements("*", "+", "?", "{2}", "{0,2}", "{1,}")).Select(p => $"({p.Item1}){p.Item2}"),
            inner.Select(p => $"(?i:{p})"));
    }

    private static IReadOnlyList<TextSpan> Matches(string pattern, string text) =>
        new NaivePattern(Parse(pattern, PatternOptions.None)).Matches(text);

    private static PatternTree Parse(string pattern, PatternOptions options) => PatternParser.Parse(pattern, options).Tree!;
}
