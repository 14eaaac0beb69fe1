using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Intersection;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Patterns;

public class PatternIntersectionTests
{
    private static readonly string[] s_sources =
    [
        "a",
        "^a",
        "a$",
        "^a$",
        "^[ab]+$",
        "^[a-c]*$",
        "b+c",
        "^$",
        "(ab|ba)",
        "\\bab\\b",
        "\\Bb",
        "^\\w+$",
        "\\d",
        "[^a]",
        "^[^b]*$",
        "^.{2}$",
        "^(?i:AB)$",
        "a.b",
        "^a|b$",
        "\\s",
        "é",
        "^\\p{L}+$",
    ];

    private static Pattern Compile(string source) => Pattern.Compile(PatternParser.Parse(source, PatternOptions.None).Tree!);

    private static PatternIntersectionResult Find(string[] matching, string[] excluded, int maxStates = 2_000) =>
        PatternIntersection.Find([.. matching.Select(Compile)], [.. excluded.Select(Compile)], maxStates);

    [Theory]
    [InlineData("^[a-z]+$", "^\\w+$")]
    [InlineData("^abc$", "b")]
    [InlineData("\\bcat\\b", "cat")]
    [InlineData("^\\d{3}$", "^.{1,3}$")]
    [InlineData("^(?i:k)$", "^[kKx\\u212A]$")]
    public void What_one_pattern_matches_the_other_does_too(string narrow, string wide)
    {
        Assert.Equal(PatternIntersectionKind.None, Find([narrow], [wide]).Kind);
        Assert.Equal(PatternIntersectionKind.Found, Find([wide], [narrow]).Kind);
    }

    [Fact]
    public void The_shortest_text_is_found() => Assert.Equal("aa.b", Find(["^a+\\.b$", "aa"], ["^b"]).Text);

    [Fact]
    public void What_would_take_too_long_is_undecided() =>
        Assert.Equal(PatternIntersectionKind.Undecided, Find(["^(a|b){9}$"], ["a.{6}b", "b.{5}a"], 3).Kind);

    [Fact]
    public void What_is_found_matches_and_where_nothing_is_no_text_does()
    {
        var texts = Gen.Elements("a", "b", "c", "ab", "é", " ", "1", "A", "B", "\n", "-").ArrayOf().Select(string.Concat);
        var cases =
            from matching in Gen.SubListOf(s_sources)
            from excluded in Gen.SubListOf(s_sources)
            from tried in texts.ArrayOf(30)
            select (matching: matching.Take(3).ToArray(), excluded: excluded.Take(2).ToArray(), tried);
        Prop.ForAll(
                Arb.From(cases),
                drawn =>
                {
                    var found = Find(drawn.matching, drawn.excluded);
                    var scratch = new PatternScratch();
                    bool Holds(string text) =>
                        drawn.matching.All(source => Compile(source).IsMatch(text, scratch))
                        && !drawn.excluded.Any(source => Compile(source).IsMatch(text, scratch));
                    Assert.NotEqual(PatternIntersectionKind.Undecided, found.Kind);
                    if (found.Text is { } text)
                        Assert.True(
                            Holds(text),
                            $"'{text}' of {string.Join(' ', drawn.matching)} without {string.Join(' ', drawn.excluded)}");
                    else
                        Assert.DoesNotContain(drawn.tried, Holds);
                }
            )
            .Check(Laws.Config.WithMaxTest(300));
    }
}
