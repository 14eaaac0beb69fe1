using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Patterns;

public sealed class PatternTableLaws
{
    [Fact]
    public void A_table_says_what_the_simulation_says()
    {
        var tables = 0;
        var cases =
            from tree in RandomPatterns.Tree
            from text in Gen.OneOf(RandomPatterns.AsciiText(12), RandomPatterns.WideText(6))
            select (tree, text);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    var pattern = Pattern.Compile(sample.tree);
                    Assert.Equal(
                        pattern.IsMatch(sample.text, new PatternScratch()),
                        new PatternTest(pattern).IsMatch(sample.text, new PatternScratch()));
                    tables += PatternTable.Of(pattern.Program) is null ? 0 : 1;
                }
            )
            .Check(Laws.Config.WithMaxTest(6_000));
        Assert.True(tables > 1_000, $"{tables} patterns had a table.");
    }

    [Theory]
    [InlineData("^$", "", true)]
    [InlineData("$^", "", true)]
    [InlineData("$^", "a", false)]
    [InlineData("a$|^b", "ba", true)]
    [InlineData("(^a|b$)+", "xb", true)]
    [InlineData("(a|b)*a(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)", "abbbbbbbb", true)]
    [InlineData("(a|b)*a(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)c", "bbbbbbbbbc", false)]
    public void Anchors_and_tables_that_would_be_too_large_are_no_exception(string source, string text, bool isMatch) =>
        Assert.Equal(isMatch, new PatternTest(PatternFixture.Compile(source)).IsMatch(text, new PatternScratch()));
}
