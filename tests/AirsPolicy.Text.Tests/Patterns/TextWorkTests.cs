using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Tests.Patterns;

/// <summary>The searches of a decision end when its work is used up.</summary>
public sealed class TextWorkTests
{
    private const int Most = 10_000;

    // Every place can be the start of a match that lacks its end, in more states than there is room for.
    private static readonly Pattern s_costly = PatternFixture.Compile("[ab]*a[ab]{14}c|(a|b){200}d");

    private static readonly string s_text = string.Concat(
        Enumerable.Range(0, 100_000).Select(place => (place * 7 % 11 + place / 13) % 2 == 0 ? 'a' : 'b'));

    [Fact]
    public void A_search_ends_where_its_work_is_used_up()
    {
        var work = new TextWork(Most);
        var scratch = new PatternScratch(work);
        _ = s_costly.IsMatch(s_text, scratch);
        Assert.True(work.IsExhausted);
        Assert.InRange(scratch.Search.Steps, Most, Most + 2L * s_text.Length);
    }

    [Fact]
    public void Searches_after_it_take_no_step_until_the_next_decision_begins()
    {
        var work = new TextWork(Most);
        var scratch = new PatternScratch(work);
        _ = s_costly.IsMatch(s_text, scratch);
        var before = scratch.Search.Steps;
        Assert.Empty(PatternFixture.Find(s_costly, s_text, scratch));
        Assert.InRange(scratch.Search.Steps - before, 0, 1_000);

        work.Begin();
        Assert.False(work.IsExhausted);
        Assert.True(PatternFixture.Compile("ab").IsMatch("xxab", scratch));
    }

    [Fact]
    public void An_ordinary_text_takes_next_to_none_of_it()
    {
        var work = new TextWork(Most);
        var scratch = new PatternScratch(work);
        var text = string.Concat(Enumerable.Repeat("The order was sent on Monday and has not come yet. ", 20_000));
        Assert.False(PatternFixture.Compile("\\b(ignore|disregard)\\s+all\\s+rules\\b").IsMatch(text, scratch));
        Assert.False(work.IsExhausted);
    }
}
