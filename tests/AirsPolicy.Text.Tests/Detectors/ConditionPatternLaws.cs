using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Tests.Patterns;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Detectors;

public sealed class ConditionPatternLaws
{
    [Fact]
    public void What_a_pattern_requires_never_decides_what_it_matches()
    {
        var scratch = new PatternScratch();
        var matched = 0;
        var cases =
            from tree in RandomPatterns.Tree
            from text in Gen.OneOf(RandomPatterns.AsciiText(60), RandomPatterns.WideText(40))
            select (tree, text);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    var pattern = Pattern.Compile(sample.tree);
                    var expected = pattern.IsMatch(sample.text, scratch);
                    matched += expected ? 1 : 0;
                    Assert.Equal(expected, new ConditionPattern(pattern).IsMatch(sample.text, scratch));
                }
            )
            .Check(Laws.Times(5_000));
        Assert.True(matched > 500, $"{matched} matched, too few to say anything.");
    }

    [Theory]
    [InlineData("kelvin", "\u212Aelvin", true)]
    [InlineData("kelvin", "300 KELVIN", true)]
    [InlineData("straße", "STRAßE", true)]
    [InlineData("miss", "mi\u017F\u017F", true)]
    [InlineData("kelvin", "elvin", false)]
    [InlineData("[0-9]{3}-[0-9]", "call 123-4", true)]
    [InlineData("[0-9]{3}-[0-9]", "call me", false)]
    [InlineData("^$", "", true)]
    public void Letters_with_variants_beyond_ASCII_are_found_as_before(string source, string text, bool matches)
    {
        var pattern = Pattern.Compile(PatternParser.Parse(source, PatternOptions.IgnoreCase).Tree!);
        Assert.Equal(matches, new ConditionPattern(pattern).IsMatch(text, new PatternScratch()));
    }
}
