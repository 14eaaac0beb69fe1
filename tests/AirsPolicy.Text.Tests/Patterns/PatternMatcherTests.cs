using AirsPolicy.Text.Patterns;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Patterns;

public sealed class PatternMatcherTests
{
    [Fact]
    public void However_the_text_is_cut_the_matches_are_those_of_the_whole()
    {
        var cases = from tree in RandomPatterns.Tree
                    from text in RandomPatterns.WideText(20)
                    from cuts in Gen.ArrayOf(Gen.Choose(0, text.Length))
                    select (tree, text, cuts);
        var matcher = new PatternMatcher();
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var pattern = Pattern.Compile(sample.tree);
            var found = new List<TextSpan>();
            var (from, held) = (0, 0);
            matcher.Start(pattern);
            foreach (var to in sample.cuts.Order().Append(sample.text.Length).Select((cut, index) => (cut, last: index == sample.cuts.Length)))
            {
                matcher.Feed(sample.text.AsSpan(from, to.cut - from), to.last);
                while (matcher.TryTake(out var match))
                {
                    // What was let go is never found to be part of a match afterwards.
                    Assert.InRange(match.Start, held, to.cut);
                    found.Add(match);
                }

                Assert.InRange(matcher.HeldFrom, held, to.cut);
                (from, held) = (to.cut, matcher.HeldFrom);
            }

            Assert.Equal(sample.text.Length, matcher.HeldFrom);
            Assert.Equal(PatternFixture.Find(pattern, sample.text), found);
        }).Check(Laws.Config.WithMaxTest(1500));
    }

    [Fact]
    public void A_bounded_pattern_holds_back_no_more_than_its_longest_match()
    {
        var cases = from tree in RandomPatterns.Tree.Where(tree => PatternFacts.Of(tree).MaxLength is not null)
                    from text in RandomPatterns.WideText(60)
                    select (tree, text);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var matcher = new PatternMatcher();
            var pattern = Pattern.Compile(sample.tree);
            matcher.Start(pattern);
            for (var at = 0; at < sample.text.Length; at++)
            {
                matcher.Feed(sample.text.AsSpan(at, 1), last: false);
                // One unit more may wait for the other half of its pair.
                Assert.InRange(at + 1 - matcher.HeldFrom, 0, pattern.Facts.MaxLength!.Value + 1);
            }
        }).Check(Laws.Config.WithMaxTest(1000));
    }

    [Fact]
    public void Text_that_may_still_be_part_of_a_match_is_held_back()
    {
        var matcher = new PatternMatcher();
        matcher.Start(PatternFixture.Compile("a sk-\\d{4}\\b"));
        matcher.Feed("say a s", last: false);
        Assert.Equal(4, matcher.HeldFrom);
        matcher.Feed("k-12", last: false);
        Assert.Equal(4, matcher.HeldFrom);
        matcher.Feed("34", last: false);
        Assert.False(matcher.TryTake(out _));
        matcher.Feed(".", last: false);
        Assert.True(matcher.TryTake(out var match));
        Assert.Equal(new TextSpan(4, 13), match);
        Assert.Equal(14, matcher.HeldFrom);
    }

    [Fact]
    public void A_start_that_cannot_go_on_is_let_go()
    {
        var matcher = new PatternMatcher();
        matcher.Start(PatternFixture.Compile("abc"));
        matcher.Feed("ab", last: false);
        Assert.Equal(0, matcher.HeldFrom);
        matcher.Feed("x", last: false);
        Assert.Equal(3, matcher.HeldFrom);
    }

    [Fact]
    public void Half_a_pair_waits_for_the_other_or_for_the_end()
    {
        var matcher = new PatternMatcher();
        matcher.Start(PatternFixture.Compile("."));
        matcher.Feed("\uD83D", last: false);
        Assert.Equal(0, matcher.HeldFrom);
        matcher.Feed("\uDE00\uD83D", last: false);
        // The pair is read, but a match is certain only with the character after it.
        Assert.Equal(0, matcher.HeldFrom);
        matcher.Feed("", last: true);
        Assert.True(matcher.TryTake(out var pair));
        Assert.True(matcher.TryTake(out var half));
        Assert.Equal((new TextSpan(0, 2), new TextSpan(2, 3)), (pair, half));
    }

    [Fact]
    public void Feeding_needs_a_text_that_is_open()
    {
        var matcher = new PatternMatcher();
        Assert.Throws<InvalidOperationException>(() => matcher.Feed("a", last: false));
        matcher.Start(PatternFixture.Compile("a"));
        matcher.Feed("a", last: true);
        Assert.Throws<InvalidOperationException>(() => matcher.Feed("a", last: true));
    }
}
