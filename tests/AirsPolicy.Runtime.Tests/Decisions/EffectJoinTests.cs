using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Tests.Decisions;

/// <summary>What a decision takes from its rules, and in which order, whatever order they came in.</summary>
public sealed class EffectJoinTests
{
    [Fact]
    public void Halts_stand_by_scope_then_time_then_message_and_those_without_end_behind_those_with_one()
    {
        HaltEffect[] ordered =
        [
            new(HaltScope.Session, 5, "b"),
            new(HaltScope.Session, 9, "a"),
            new(HaltScope.Session, 9, "b"),
            new(HaltScope.Session, null, null),
            new(HaltScope.Session, null, "a"),
            new(HaltScope.Session, long.MaxValue, "a"),
            new(HaltScope.System, 1, null),
        ];
        Assert.Equal(ordered, Decide([new MatchedRule(Origin("a"), [.. ordered.Reverse(), .. ordered])]).Halts);
    }

    [Fact]
    public void Events_stand_by_action_then_target_and_duties_by_name()
    {
        var decision = Decide([
            new MatchedRule(
                Origin("a"),
                [
                    new EventEffect(EventAction.Notify, "a"),
                    new EventEffect(EventAction.Ask, "b"),
                    new EventEffect(EventAction.Ask, "a"),
                    new EventEffect(EventAction.Ask, "b"),
                    new RequireEffect("sign"),
                    new RequireEffect("log"),
                    new RequireEffect("sign"),
                ]
            ),
        ]);
        Assert.Equal(
            [new EventEffect(EventAction.Ask, "a"), new EventEffect(EventAction.Ask, "b"), new EventEffect(EventAction.Notify, "a")],
            decision.Events);
        Assert.Equal(["log", "sign"], decision.Duties);
    }

    [Fact]
    public void Rules_stand_by_control_number_file_and_place_and_those_that_are_only_recorded_apart()
    {
        MatchedRule[] ordered =
        [
            new(Origin("a"), []),
            new(Origin("a") with { Ordinal = 1 }, []),
            new(Origin("a") with { Ordinal = 1, File = "g" }, []),
            new(Origin("a") with { Ordinal = 1, File = "g", Line = 2 }, []),
            new(Origin("a") with { Ordinal = 1, File = "g", Line = 2, Column = 2 }, []),
            new(Origin("b"), [new FlagEffect("a")]),
            new(Origin("b"), [new FlagEffect("b")]),
        ];
        var recorded = new MatchedRule(Origin("a"), [new BlockEffect(null)], Detect: true);
        var decision = Decide([.. ordered.Reverse(), recorded, .. ordered]);
        Assert.Equal(ordered, decision.Fired);
        Assert.Equal([recorded], decision.Detected);
        Assert.Equal(Outcome.Flag, decision.Outcome);
    }

    [Fact]
    public void The_ninth_rule_stands_before_the_tenth()
    {
        MatchedRule[] ordered = [new(Origin("a") with { Ordinal = 9 }, []), new(Origin("a") with { Ordinal = 10 }, [])];
        Assert.Equal(ordered, Decide(ordered.Reverse()).Fired);
    }

    [Fact]
    public void The_message_is_that_of_the_strictest_effect_then_of_the_first_control_then_the_first_text()
    {
        Assert.Equal("halt", Message(("a", new BlockEffect("block")), ("b", new HaltEffect(HaltScope.Run, null, "halt"))));
        Assert.Equal("halted", Message(("a", new BlockEffect("block")), ("b", new HaltedEffect(HaltScope.Run, 0, null, "halted"))));
        Assert.Equal("second", Message(("a", new BlockEffect("second")), ("b", new BlockEffect("first"))));
        Assert.Equal("second", Message(("b", new BlockEffect("first")), ("a", new BlockEffect("second"))));
        Assert.Equal("first", Message(("a", new BlockEffect("second")), ("a", new BlockEffect("first"))));
        Assert.Equal("block", Message(("a", new BlockEffect("block")), ("b", new HaltEffect(HaltScope.Run, null, null))));
        Assert.Null(Message(("a", new FlagEffect("a note"))));
    }

    [Fact]
    public void The_sentence_of_the_language_is_of_a_rule_that_reaches_the_outcome()
    {
        var held = new MatchedRule(Origin("a"), [new FlagEffect(null)], Refusal: new Refusal(RefusalKind.Cycle, "Why."));
        var refused = new MatchedRule(
            Origin("b"),
            [new FlagEffect(null), new BlockEffect(null)],
            Refusal: new Refusal(RefusalKind.LimitReached, "Why."));
        Assert.Equal(RefusalSentences.ForUser(RefusalKind.LimitReached), Decide([held, refused]).Message);
        Assert.Null(Decide([held]).Message);
        Assert.Null(
            Decide([
                new MatchedRule(Origin("a"), [new HoldEffect("q", null, false)], Refusal: new Refusal(RefusalKind.Cycle, "Why.")),
            ]).Message
        );
    }

    [Fact]
    public void Content_is_cut_to_the_least_of_each_unit_and_the_first_replacement_is_all_that_is_left()
    {
        var content = Decide([
            new MatchedRule(
                Origin("b"),
                [
                    new CutEffect(9, CutUnit.Characters),
                    new CutEffect(5, CutUnit.Bytes),
                    new AppendEffect("b"),
                    new AppendEffect("a"),
                    new LabelEffect("y"),
                ]
            ),
            new MatchedRule(
                Origin("a"),
                [
                    new CutEffect(4, CutUnit.Characters),
                    new CutEffect(8, CutUnit.Bytes),
                    new AppendEffect("c"),
                    new LabelEffect("x"),
                    new LabelEffect("y"),
                ]
            ),
        ]).Content;
        Assert.Equal(
            ContentChange.None with
            {
                CutToCharacters = 4,
                CutToBytes = 5,
                Appended = ["c", "a", "b"],
                Labels = ["x", "y"],
            },
            content);
        Assert.Equal(
            "a",
            Decide([
                new MatchedRule(Origin("a"), [new ReplaceEffect("b"), new ReplaceEffect("a"), new CutEffect(1, CutUnit.Bytes)]),
            ]).Content.Replacement
        );
        Assert.Null(Decide([new MatchedRule(Origin("a"), [new CutEffect(1, CutUnit.Bytes)])]).Content.CutToCharacters);
    }

    [Fact]
    public void Items_that_several_rules_drop_are_dropped_once_in_order() =>
        Assert.Equal(
            [new DropEffect("/a", [0]), new DropEffect("/b", [1, 2, 5])],
            Decide([
                new MatchedRule(Origin("a"), [new DropEffect("/b", [2, 5])]),
                new MatchedRule(Origin("b"), [new DropEffect("/b", [1, 2]), new DropEffect("/a", [0])]),
            ]).Content.Drops
        );

    [Fact]
    public void Redactions_that_touch_stay_apart_and_those_that_overlap_are_one()
    {
        var decision = Decide([new MatchedRule(Origin("a"), [
            new RedactEffect("/t", [new RedactedSpan(0, 2), new RedactedSpan(2, 4), new RedactedSpan(6, 6)], RedactionMethod.Label, "b"),
            new RedactEffect("/t", [new RedactedSpan(3, 5)], RedactionMethod.Mask, "a"),
            new RedactEffect("/s", [new RedactedSpan(1, 3)], RedactionMethod.Drop, "c"),
        ])]);
        Assert.Equal(
            [
                new Redaction("/s", 1, 3, RedactionMethod.Drop, "c"),
                new Redaction("/t", 0, 2, RedactionMethod.Label, "b"),
                new Redaction("/t", 2, 5, RedactionMethod.Mask, "a"),
            ],
            decision.Content.Redactions);
    }

    private static string? Message(params (string Control, Effect Effect)[] effects) =>
        Decide([.. effects.Select(effect => new MatchedRule(Origin(effect.Control), [effect.Effect]))]).Message;

    private static Decision Decide(IEnumerable<MatchedRule> rules) => EffectJoin.Decide("input", rules, bundle: "digest");

    private static RuleOrigin Origin(string control) => new(control, null, null, "", 0, "f", 1, 1);
}
