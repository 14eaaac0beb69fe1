using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Scores;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class DetectorMeaningTests
{
    [Theory]
    [InlineData("This is legally binding.", 1)]
    [InlineData("LEGALLY  Binding, legally\nbinding", 2)]
    [InlineData("illegally binding", 0)]
    [InlineData("legally bindings", 0)]
    [InlineData("ｌｅｇａｌｌｙ binding", 1)]
    public void A_term_matches_whole_words_of_the_folded_text(string text, int matches) =>
        Assert.Equal(matches, Ask(Term("legally binding"), text).Matches.Count);

    [Fact]
    public void A_match_in_the_folded_view_has_its_span_in_the_original()
    {
        var match = Assert.Single(Ask(Term("binding"), "a ｂinding​ x").Matches);
        Assert.Equal("ｂinding", "a ｂinding​ x"[match.Start..match.End]);
    }

    [Fact]
    public void A_pattern_runs_in_each_view_and_without_case_in_the_folded_one()
    {
        Assert.Single(Ask(Pattern("REFUND"), "we refund").Matches);
        Assert.Empty(Ask(Pattern("REFUND") with { Views = ["plain"] }, "we refund").Matches);
        Assert.Single(Ask(Pattern("REFUND") with { Views = ["plain", "folded"] }, "we REFUND").Matches);
    }

    [Fact]
    public void A_match_wholly_within_an_exception_does_not_count()
    {
        var detector = Term("legally binding") with
        {
            Exceptions = [new DetectorItem(DetectorItemKind.Term, "not legally binding", false, 0)],
        };
        Assert.False(Ask(detector, "It is not legally binding.").Found);
        Assert.Single(Ask(detector, "It is not legally binding, but this is legally binding.").Matches);
    }

    [Theory]
    [InlineData(ScoreMethod.Max, 700_000)]
    [InlineData(ScoreMethod.Sum, 1_000_000)]
    [InlineData(ScoreMethod.NoisyOr, 880_000)]
    public void An_item_counts_once_however_often_it_matches(ScoreMethod method, long score)
    {
        var detector = new DetectorDefinition(
            "d",
            ["plain"],
            [Item("a", 600_000), Item("b", 700_000), Item("z", 900_000)],
            [],
            method,
            null);
        Assert.Equal(score, Ask(detector, "a b a b").Score);
    }

    [Theory]
    [InlineData(600_000, true)]
    [InlineData(600_001, false)]
    public void Found_at_asks_for_a_score(int least, bool found)
    {
        var detector = new DetectorDefinition("d", ["plain"], [Item("a", 600_000)], [], ScoreMethod.Max, least);
        Assert.Equal(found, Ask(detector, "a").Found);
    }

    [Fact]
    public void Another_detector_gives_its_matches_and_its_score_times_the_weight()
    {
        var inner = new DetectorDefinition("inner", ["plain"], [Item("a", 500_000)], [], ScoreMethod.Max, 900_000);
        var outer = new DetectorDefinition(
            "outer",
            ["plain"],
            [new DetectorItem(DetectorItemKind.Detector, "inner", false, 500_000)],
            [],
            ScoreMethod.Max,
            null);
        var answer = Ask(new DetectorSearch([inner, outer], new PatternLibrary(), new DetectorMemory()), "outer", "a");
        Assert.Equal((true, 250_000L, 1), (answer.Found, answer.Score, answer.Matches.Count));
    }

    [Fact]
    public void The_same_place_found_twice_is_one_match()
    {
        var detector = new DetectorDefinition(
            "d",
            ["plain", "folded"],
            [Item("ab", 1), Item("a.", 1), new DetectorItem(DetectorItemKind.Term, "ab", false, 1)],
            [],
            ScoreMethod.Max,
            null);
        Assert.Single(Ask(detector, "ab").Matches);
    }

    [Fact]
    public void Over_a_list_any_text_finds_the_greatest_scores_and_all_count()
    {
        const string facts = "\"names\":[\"a\",\"b a\",\"c\"]";
        var names = Fact("names", Texts);
        var detector = new DetectorDefinition("shop.d", ["plain"], [Item("a", 300_000), Item("b", 400_000)], [], ScoreMethod.Sum, null);
        Assert.True(Holds(detector, Make.Ask("shop.d", DetectorQuestion.Found, names, BoolShape.Instance), facts));
        Assert.True(
            Holds(
                detector,
                Equal(Make.Ask("shop.d", DetectorQuestion.Score, names, ShareShape.Instance), Constant(700_000L, ShareShape.Instance)),
                facts));
        Assert.True(Holds(detector, Equal(Make.Ask("shop.d", DetectorQuestion.Count, names, IntShape.Instance), Int(3)), facts));
    }

    [Fact]
    public void Over_a_json_value_its_strings_are_searched_with_escapes_resolved()
    {
        var detector = new DetectorDefinition("shop.d", ["plain"], [Item("ignore", 1)], [], ScoreMethod.Max, null);
        var found = Make.Ask("shop.d", DetectorQuestion.Found, Fact("payload", AnyShape.Instance), BoolShape.Instance);
        Assert.True(Holds(detector, found, "\"payload\":{\"a\":[1,\"\\u0069gnore\"]}"));
        Assert.False(Holds(detector, found, "\"payload\":{\"a\":[1,\"other\"]}"));
    }

    [Fact]
    public void A_built_in_detector_is_sure_of_what_it_finds_and_the_model_may_list_it_as_its_own()
    {
        var listed = AirsPolicy.Text.Detectors.Builtin.BuiltinDetectors.DefinitionOf("pii.card")!;
        var answer = Ask(listed, "card 4111 1111 1111 1111 and 4111 1111 1111 1112");
        Assert.Equal((true, Millionths.Whole), (answer.Found, answer.Score));
        Assert.Equal(new Detection(5, 24), Assert.Single(answer.Matches));
        Assert.Equal(0, Ask(listed, "no card").Score);
    }

    [Fact]
    public void A_detector_that_gives_no_answer_fails_the_rule_and_never_passes()
    {
        var unknown = new DetectorDefinition(
            "shop.d",
            ["plain"],
            [new DetectorItem(DetectorItemKind.Detector, "elsewhere.d", false, 1)],
            [],
            ScoreMethod.Max,
            null);
        var decision = AtOutput(
            Detecting(
                unknown,
                Control(
                    "shop.c",
                    "output",
                    Rule(Make.Ask("shop.d", DetectorQuestion.Found, Fact("output.text"), BoolShape.Instance), Flag()))),
            "\"output\":{\"text\":\"x\"}");
        Assert.Equal(AirsPolicy.Runtime.Decisions.FailureKind.Detector, Assert.Single(decision.Fired).Failure?.Kind);
    }

    [Fact]
    public void Spans_are_records_with_the_text_and_its_digits()
    {
        var detector = new DetectorDefinition("shop.d", ["plain"], [Item("[0-9 ]{3,}", 1)], [], ScoreMethod.Max, null);
        var spans = Make.Ask("shop.d", DetectorQuestion.Spans, Fact("output.text"), new ListShape(Passage));
        var body = And(Equal(Make.Item(0, "digits"), Literal("123")), Equal(Make.Item(0, "start", IntShape.Instance), Int(1)));
        Assert.True(Holds(detector, Quantify(QuantifierKind.Any, spans, body), "\"output\":{\"text\":\"x1 23\"}"));
    }

    private static bool Holds(DetectorDefinition detector, Expression condition, string facts) =>
        AtOutput(Detecting(detector, Control("shop.c", "output", Rule(condition, Flag()))), facts).Outcome
        == AirsPolicy.Runtime.Decisions.Outcome.Flag;

    private static DetectorAnswer Ask(DetectorDefinition detector, string text) =>
        Ask(new DetectorSearch([detector], new PatternLibrary(), new DetectorMemory()), detector.Name, text);

    private static DetectorAnswer Ask(DetectorSearch detectors, string name, string text) =>
        detectors.Ask(name, text, DetectorSearch.NothingClassified, new SearchWork(long.MaxValue));

    private static DetectorItem Item(string pattern, int weight) => new(DetectorItemKind.Pattern, pattern, false, weight);

    private static DetectorDefinition Term(string term) =>
        new("d", ["folded"], [new DetectorItem(DetectorItemKind.Term, term, false, 1_000_000)], [], ScoreMethod.Max, null);

    private static DetectorDefinition Pattern(string pattern) =>
        new("d", ["folded"], [Item(pattern, 1_000_000)], [], ScoreMethod.Max, null);
}
