using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;
using static AirsPolicy.Language.Tests.Evaluation.Make;
using static AirsPolicy.Language.Tests.Evaluation.Shop;

namespace AirsPolicy.Language.Tests.Evaluation;

public sealed class EffectMeaningTests
{
    private static readonly DetectorDefinition s_cards = new(
        "shop.card",
        ["plain"],
        [new DetectorItem(DetectorItemKind.Pattern, "[0-9]{4}( [0-9]{4}){3}", false, 1_000_000)],
        [],
        ScoreMethod.Max,
        null);

    public static TheoryData<Effect> KnownEffects =>
        [
            new FlagEffect("why"),
            new BlockEffect("no"),
            new HaltEffect(HaltScope.User, 600, "stop"),
            new HoldEffect("people", null, true),
            new AppendEffect("more"),
            new ReplaceEffect("other"),
            new EventEffect(EventAction.Notify, "soc"),
            new LabelEffect("untrusted"),
            new RequireEffect("simulate"),
        ];

    [Theory]
    [MemberData(nameof(KnownEffects))]
    public void An_effect_known_when_compiled_follows_as_it_stands(Effect effect)
    {
        var fired = Assert.Single(Decided(new FixedEffectModel(effect)).Fired);
        Assert.Equal([effect], fired.Effects);
    }

    [Fact]
    public void Times_of_holds_and_halts_are_worked_out_from_facts()
    {
        var wait = Fact("wait", DurationShape.Instance);
        var decision = Decided(
            "\"wait\":\"15m\"",
            new HoldEffectModel("people", wait, true),
            new HaltEffectModel(HaltScope.Run, wait, "stop"));
        Assert.Equal([new HoldEffect("people", TimeSpan.FromMinutes(15).Ticks, true)], decision.Holds);
        Assert.Equal([new HaltEffect(HaltScope.Run, TimeSpan.FromMinutes(15).Ticks, "stop")], decision.Halts);
    }

    [Theory]
    [InlineData(CutUnit.Characters, 2, true)]
    [InlineData(CutUnit.Characters, 3, false)]
    [InlineData(CutUnit.Bytes, 6, true)]
    [InlineData(CutUnit.Bytes, 7, false)]
    public void A_cut_of_a_text_within_its_limit_does_nothing(CutUnit unit, long limit, bool cuts)
    {
        var decision = Decided("\"output\":{\"text\":\"a\\uD83D\\uDE00é\"}", new CutEffectModel(Fact("output.text"), limit, unit));
        Assert.Equal(cuts ? Outcome.Amend : Outcome.Allow, decision.Outcome);
        Assert.Equal(cuts ? 1 : 0, decision.Fired.Count);
    }

    [Fact]
    public void A_drop_takes_the_items_for_which_its_condition_holds()
    {
        var drop = new DropEffectModel(Fact("names", Texts), 0, Equal(Item(0), Literal("b")));
        Assert.Equal([new DropEffect("/names", [1, 3])], Decided("\"names\":[\"a\",\"b\",\"c\",\"b\"]", drop).Content.Drops);
        Assert.Empty(Decided("\"names\":[\"a\"]", drop).Fired);
    }

    [Fact]
    public void A_failing_condition_of_a_drop_fails_the_rule()
    {
        var decision = Decided("\"names\":[\"a\"]", new DropEffectModel(Fact("names", Texts), 0, Overflowing));
        Assert.Equal(FailureKind.Overflow, Assert.Single(decision.Fired).Failure?.Kind);
    }

    [Fact]
    public void A_redaction_hides_what_its_detector_finds_and_does_nothing_where_it_finds_nothing()
    {
        var redact = new RedactEffectModel("shop.card", Fact("output.text"), null, RedactionMethod.Mask);
        var decision = Redacted(redact, "\"output\":{\"text\":\"card 4111 1111 1111 1111 and 4222 2222 2222 2222\"}");
        Assert.Equal(
            [
                new Redaction("/output/text", 5, 24, RedactionMethod.Mask, "shop.card"),
                new Redaction("/output/text", 29, 48, RedactionMethod.Mask, "shop.card"),
            ],
            decision.Content.Redactions);
        Assert.Empty(Redacted(redact, "\"output\":{\"text\":\"no card\"}").Fired);
    }

    [Fact]
    public void A_redaction_of_a_record_or_list_searches_all_its_texts()
    {
        const string card = "4111 1111 1111 1111";
        var facts =
            $"\"output\":{{\"text\":\"x\",\"reasoning\":\"{card}\"}},\"sources\":[{{\"text\":\"y\",\"score\":1}},{{\"text\":\"{card}\",\"score\":1}}]";
        Assert.Equal("/output/reasoning", Assert.Single(Redacted(Redact("output", Passage), facts).Content.Redactions).Path);
        Assert.Equal("/sources/1/text", Assert.Single(Redacted(Redact("sources", new ListShape(Passage)), facts).Content.Redactions).Path);
    }

    [Theory]
    [InlineData("4111 1111 1111 1111", 0)]
    [InlineData("4111111111111111", 0)]
    [InlineData("4111-1111-1111-1111", 0)]
    [InlineData("4111111111111112", 1)]
    [InlineData("none", 1)]
    public void A_finding_with_the_same_text_or_digits_as_an_excepted_one_stays(string excepted, int redactions)
    {
        var redact = new RedactEffectModel("shop.card", Fact("output.text"), Fact("names", Texts), RedactionMethod.Label);
        var decision = Redacted(redact, $"\"output\":{{\"text\":\"4111 1111 1111 1111\"}},\"names\":[\"{excepted}\"]");
        Assert.Equal(redactions, decision.Content.Redactions.Count);
    }

    [Fact]
    public void A_rule_fires_with_the_effects_that_change_something()
    {
        var cut = new CutEffectModel(Fact("output.text"), 10, CutUnit.Characters);
        var fired = Assert.Single(Decided("\"output\":{\"text\":\"short\"}", cut, Flag("seen")).Fired);
        Assert.Equal([new FlagEffect("seen")], fired.Effects);
    }

    private static RedactEffectModel Redact(string path, Shape shape) => new("shop.card", Fact(path, shape), null, RedactionMethod.Label);

    private static Decision Redacted(EffectModel effect, string facts) =>
        AtOutput(Detecting(s_cards, Control("shop.c", "output", Rule(null, effect))), facts);

    private static Decision Decided(string facts, params ReadOnlySpan<EffectModel> effects) =>
        AtOutput(With(Control("shop.c", "output", Rule(null, effects))), facts);

    private static Decision Decided(EffectModel effect) => Decided("", effect);
}
