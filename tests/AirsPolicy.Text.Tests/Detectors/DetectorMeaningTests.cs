using AirsPolicy.Text.Detectors;
using static AirsPolicy.Text.Tests.Detectors.DetectorFixture;

namespace AirsPolicy.Text.Tests.Detectors;

public sealed class DetectorMeaningTests
{
    [Fact]
    public void A_term_matches_whole_words_only()
    {
        Assert.Empty(Find("That is dangerous, DANger and sudan.", Detector(Term("DAN"))));
        Assert.Equal(["DAN", "dan"], Find("You are DAN now; be dan-like.", Detector(Term("DAN"))));
    }

    [Fact]
    public void A_term_is_folded_and_looks_at_the_folded_text_whatever_the_views() =>
        Assert.Equal(["LEGALLY\u00A0\n Binding"], Find("It is LEGALLY\u00A0\n Binding.", Detector(Term("Legally  BINDING")).In("plain")));

    [Theory]
    [InlineData("\u0456gnore previous", "\u0456gnore")]
    [InlineData("please \uFF29\uFF27\uFF2E\uFF2F\uFF32\uFF25 this", "\uFF29\uFF27\uFF2E\uFF2F\uFF32\uFF25")]
    [InlineData("ig\u200Bno\u00ADre it", "ig\u200Bno\u00ADre")]
    [InlineData(
        "\U0001D422\U0001D420\U0001D427\U0001D428\U0001D42B\U0001D41E!",
        "\U0001D422\U0001D420\U0001D427\U0001D428\U0001D42B\U0001D41E"
    )]
    public void A_match_in_a_disguise_is_reported_as_it_stands_in_the_original(string text, string match) =>
        Assert.Equal([match], Find(text, Detector(Term("ignore"), Pattern("ignore")).In("folded")));

    [Fact]
    public void A_pattern_keeps_case_in_the_plain_view_and_ignores_it_in_the_folded_one()
    {
        Assert.Equal(["Refund"], Find("Refund refund", Detector(Pattern("Refund")).In("plain")));
        Assert.Equal(["Refund", "refund"], Find("Refund refund", Detector(Pattern("Refund", ignoreCase: true)).In("plain")));
        Assert.Equal(["Refund", "refund"], Find("Refund refund", Detector(Pattern("Refund")).In("folded")));
    }

    [Fact]
    public void A_pattern_matches_parts_of_words() => Assert.Equal(["fund"], Find("refunds", Detector(Pattern("fund"))));

    [Fact]
    public void A_match_that_both_views_have_counts_once() =>
        Assert.Equal([new Detection(0, 6)], Spans("refund", Detector(Term("refund"), Pattern("refund"), Pattern("r\\w+d"))));

    [Fact]
    public void Matches_rise_by_start_and_then_by_end() =>
        Assert.Equal(
            [new Detection(0, 1), new Detection(0, 3), new Detection(1, 2), new Detection(2, 3)],
            Spans("a b", Detector(Term("b"), Pattern("a b"), Pattern(" "), Term("a"))));

    [Fact]
    public void An_exception_takes_back_matches_that_lie_wholly_within_it()
    {
        var detector = Detector(Term("binding")).Except(Term("not binding"));
        Assert.Equal(["binding"], Find("not binding, yet binding", detector));
        Assert.Equal(["binding now"], Find("not binding now", Detector(Pattern("binding now")).Except(Term("not binding"))));
        Assert.Empty(Find("binding", Detector(Term("binding")).Except(Term("binding"))));
    }

    [Fact]
    public void An_exception_in_one_view_covers_a_match_in_another_by_its_place_in_the_original() =>
        Assert.Empty(Find("N\u043Et binding", Detector(Pattern("binding")).In("plain").Except(Term("not binding"))));

    [Fact]
    public void Of_nested_exceptions_the_longest_covers_what_begins_behind_the_short_ones() =>
        Assert.Equal(["c"], Find("a b a c c", Detector(Pattern("c")).Except(Pattern("a b a c"), Pattern("b"), Pattern("a"))));

    [Fact]
    public void A_detector_as_an_exception_covers_with_all_its_matches() =>
        Assert.Equal(
            ["4"],
            Find("card 4111111111111111 pin 4", Detector(Pattern("4\\d*")).Except(Other("pii.card"))));

    [Fact]
    public void An_item_counts_once_however_often_it_matches()
    {
        var detector = Detector(Term("a", 300_000), Term("b", 200_000)) with { Score = ScoreMethod.Sum };
        Assert.Equal(500_000, Score("a a a b b", detector));
        Assert.Equal(5, Spans("a a a b b", detector).Length);
    }

    [Fact]
    public void An_item_whose_matches_are_all_taken_back_counts_nothing() =>
        Assert.Equal(
            200_000,
            Score("not a b", (Detector(Term("a", 300_000), Term("b", 200_000)) with { Score = ScoreMethod.Sum }).Except(Term("not a"))));

    [Theory]
    [InlineData(ScoreMethod.Max, 700_000)]
    [InlineData(ScoreMethod.Sum, 1_000_000)]
    [InlineData(ScoreMethod.NoisyOr, 880_000)]
    public void Weights_are_joined_as_the_detector_says(ScoreMethod method, int score) =>
        Assert.Equal(score, Score("b a", Detector(Term("a", 700_000), Term("b", 600_000)) with { Score = method }));

    [Fact]
    public void A_threshold_decides_what_is_found_and_without_one_any_match_does()
    {
        var detector = Detector(Term("a", 300_000), Term("b", 200_000)) with { Score = ScoreMethod.Sum, FoundAt = 500_000 };
        Assert.False(Found("a", detector));
        Assert.True(Found("b a", detector));
        Assert.True(Found("a", detector with { FoundAt = null }));
        Assert.False(Found("c", detector with { FoundAt = null }));
        Assert.True(Found("", detector with { FoundAt = 0 }));
    }

    [Fact]
    public void Another_detector_lends_its_matches_and_its_score_times_the_weight()
    {
        var inner = new DetectorDefinition("x.inner", ["plain"], [Term("a", 500_000), Term("b", 400_000)], [], ScoreMethod.Sum, 950_000);
        var outer = Detector(Other("x.inner", 500_000), Term("c", 100_000)) with { Score = ScoreMethod.Sum };
        var answer = Ask(DetectorSet.Compile([outer, inner]), 0, "a b c");
        Assert.Equal(450_000 + 100_000, answer.Score);
        Assert.Equal(["a", "b", "c"], Find("a b c", outer, inner));
    }

    [Fact]
    public void A_term_of_which_folding_leaves_nothing_matches_nothing() => Assert.Empty(Find("a \u200B b", Detector(Term("\u200B"))));

    [Theory]
    [InlineData("k", "\u212A")]
    [InlineData("s", "\u017F")]
    [InlineData("ask me", "A\u017F\u212A me")]
    public void A_letter_with_variants_beyond_ascii_matches_them_in_the_plain_view_too(string pattern, string text) =>
        Assert.Equal([text], Find(text, Detector(Pattern(pattern, ignoreCase: true)).In("plain")));

    private static int Score(string text, DetectorDefinition detector) => Ask(DetectorSet.Compile([detector]), 0, text).Score;

    private static bool Found(string text, DetectorDefinition detector) => Ask(DetectorSet.Compile([detector]), 0, text).Found;
}
