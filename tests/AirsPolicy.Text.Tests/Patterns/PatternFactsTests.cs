using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Unicode;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Patterns;

public sealed class PatternFactsTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc", 3, 3)]
    [InlineData("a|bcd", 1, 3)]
    [InlineData("a{2,5}b?", 2, 6)]
    [InlineData("a+", 1, null)]
    [InlineData("(?:a{0}|^)*", 0, 0)]
    [InlineData("😀", 2, 2)]
    [InlineData(".", 1, 2)]
    [InlineData("[a-z]{3}", 3, 3)]
    [InlineData("\\bab\\b", 2, 2)]
    public void Lengths_are_in_utf16_units(string source, int min, int? max)
    {
        var facts = PatternFacts.Of(PatternFixture.Parse(source));
        Assert.Equal((min, max, min == 0), (facts.MinLength, facts.MaxLength, facts.CanBeEmpty));
    }

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("a(b|c)d", "abd,acd")]
    [InlineData("x*secret\\d+", "secret")]
    [InlineData("(kill|hurt)\\s+you", "kill,hurt")]
    [InlineData("(kill|murder)\\s+someone", "someone")]
    [InlineData("(what|which)\\s+is\\s+your\\s+pin", "pin")]
    [InlineData("everything\\s+from\\s+quux", "quux")]
    [InlineData("as\\s+[ab]", "as")]
    [InlineData("a{3}b{2,}", "bb")]
    [InlineData("a|", "")]
    [InlineData("\\w+", "")]
    [InlineData("(foo|\\d+)bar", "bar")]
    [InlineData("(foo|\\d+)", "")]
    [InlineData("colou?r", "color,colour")]
    [InlineData("[abc]x", "ax,bx,cx")]
    [InlineData("^hello\\b", "hello")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789", "abcdefghijklmnopqrstuvwxyz0123456789")]
    public void Required_literals_are_the_rarest_that_every_match_holds_one_of(string source, string literals)
    {
        var required = PatternFacts.Of(PatternFixture.Parse(source)).RequiredLiterals;
        Assert.Equal(literals.Length == 0 ? [] : literals.Split(',').Order(), required.Select(literal => literal.Text).Order());
        Assert.DoesNotContain(required, literal => literal.Folded);
    }

    [Fact]
    public void Literals_without_case_are_folded_and_say_so()
    {
        Assert.Equal(
            [new PatternLiteral("kσ1", true)],
            PatternFacts.Of(PatternFixture.Parse("KΣ1", PatternOptions.IgnoreCase)).RequiredLiterals);
        Assert.Equal([new PatternLiteral("ab", true)], PatternFacts.Of(PatternFixture.Parse("A(?i:B)")).RequiredLiterals);
        Assert.Equal(
            [new PatternLiteral("12", false)],
            PatternFacts.Of(PatternFixture.Parse("12", PatternOptions.IgnoreCase)).RequiredLiterals);
    }

    [Theory]
    [InlineData("^a", true, false)]
    [InlineData("a$", false, true)]
    [InlineData("\\b^a|(?:^b)+", true, false)]
    [InlineData("^a|b", false, false)]
    [InlineData("(^a)?b", false, false)]
    [InlineData("a?^b", false, false)]
    [InlineData("^(a|b$)", true, false)]
    [InlineData("(a|b)$\\b", false, true)]
    public void Anchors_count_where_no_match_avoids_them(string source, bool start, bool end)
    {
        var facts = PatternFacts.Of(PatternFixture.Parse(source));
        Assert.Equal((start, end), (facts.AnchoredStart, facts.AnchoredEnd));
    }

    [Theory]
    [InlineData("ab", 'b')]
    [InlineData("(?i:ab)", 'B')]
    [InlineData("a?б|в+", 0x431)]
    [InlineData("(?i:б)x*", 0x411)]
    [InlineData("[а-я]\\s|😀", 0x430)]
    [InlineData("б*", 0)]
    [InlineData("\\w|б", '0')]
    public void A_match_holds_a_character_as_high_as_is_said(string source, int highest) =>
        Assert.Equal(highest, PatternFacts.Of(PatternFixture.Parse(source)).Highest);

    [Fact]
    public void First_characters_are_those_that_a_match_can_begin_with()
    {
        var first = PatternFacts.Of(PatternFixture.Parse("\\b(a?b|^c|(?i:k))d")).First.Ranges.ToArray();
        Assert.Equal([new(75, 75), new(97, 99), new(107, 107), new(0x212A, 0x212A)], first);
    }

    [Fact]
    public void Every_match_keeps_to_the_facts()
    {
        var cases = from tree in RandomPatterns.Tree from text in RandomPatterns.WideText(14) select (tree, text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var facts = PatternFacts.Of(sample.tree);
            foreach (var span in NaiveMatcher.Find(sample.tree, sample.text))
            {
                var match = sample.text[span.Start..span.End];
                Assert.InRange(match.Length, facts.MinLength, facts.MaxLength ?? int.MaxValue);
                Assert.True(!facts.AnchoredStart || span.Start == 0);
                Assert.True(!facts.AnchoredEnd || span.End == sample.text.Length);
                Assert.True(match.EnumerateRunes().Max(rune => rune.Value) >= facts.Highest || match.Any(char.IsSurrogate));
                Assert.True(facts.First.Contains(char.IsSurrogatePair(match, 0) ? char.ConvertToUtf32(match, 0) : match[0]));
                Assert.True(facts.RequiredLiterals.Count == 0 || facts.RequiredLiterals.Any(literal =>
                    (literal.Folded ? Fold(match) : match).Contains(literal.Text, StringComparison.Ordinal)));
            }

            if (!facts.CanBeEmpty)
                Assert.Equal(
                    NaiveMatcher.IsMatch(sample.tree, sample.text),
                    NaiveMatcher.Find(sample.tree, sample.text).Length > 0);
        }
            )
            .Check(Laws.Config.WithMaxTest(4000));
    }

    // No folding over these texts leaves or enters the supplementary planes.
    private static string Fold(string text) => string.Concat(text.Select(unit => (char)CharacterTables.FoldCase(unit)));
}
