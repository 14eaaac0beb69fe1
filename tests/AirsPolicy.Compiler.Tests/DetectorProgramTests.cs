using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests;

public sealed class DetectorProgramTests
{
    private static readonly DetectorDefinition s_greeting = new(
        "t.greeting",
        ["plain", "folded"],
        [
            new DetectorItem(DetectorItemKind.Term, "hello", false, 400_000),
            new DetectorItem(DetectorItemKind.Pattern, "wor+ld", false, 300_000),
        ],
        [],
        ScoreMethod.Sum,
        null);

    private static readonly Loaded s_asking = new(
        Policy(
            TestFacts.Input,
            Control("t.built_in", TestFacts.Input, When(Ask("pii.us_ssn", DetectorQuestion.Found, "input.text", BoolShape.Instance), Flag)),
            Control(
                "t.count",
                TestFacts.Input,
                When(
                    Compare(Ask("t.greeting", DetectorQuestion.Count, "input.text", IntShape.Instance), CompareOperator.Equal, Value(3L)),
                    Flag)),
            Control("t.found", TestFacts.Input, When(Ask("t.greeting", DetectorQuestion.Found, "input.text", BoolShape.Instance), Flag)),
            Control("t.in_list", TestFacts.Input, When(Ask("t.greeting", DetectorQuestion.Found, "user.roles", BoolShape.Instance), Flag)),
            Control(
                "t.in_record",
                TestFacts.Input,
                When(Compare(Ask("t.greeting", DetectorQuestion.Count, "user", IntShape.Instance), CompareOperator.Equal, Value(3L)), Flag)
            ),
            Control(
                "t.score",
                TestFacts.Input,
                When(
                    Compare(
                        Ask("t.greeting", DetectorQuestion.Score, "input.text", ShareShape.Instance),
                        CompareOperator.Equal,
                        new ConstantExpression(700_000L, ShareShape.Instance, Place())),
                    Flag))
        ) with
        {
            Detectors = [s_greeting],
        }
    );

    private static readonly Loaded s_redacting = new(
        Policy(
            TestFacts.Input,
            Control(
                "t.cards",
                TestFacts.Input,
                When(null, new RedactEffectModel("pii.card", (PathExpression)Fact("input.text"), Fact("user.roles"), RedactionMethod.Mask))
            ),
            Control(
                "t.names",
                TestFacts.Input,
                When(null, new RedactEffectModel("t.greeting", (PathExpression)Fact("user"), null, RedactionMethod.Label)))
        ) with
        {
            Detectors = [s_greeting],
        }
    );

    [Fact]
    public void Questions_to_detectors_are_answered_over_texts_lists_and_records()
    {
        Assert.Empty(Fired(FrameBuilder.Input().Set("input.text", "nothing")));
        Assert.Equal(["t.found"], Fired(FrameBuilder.Input().Set("input.text", "hello")));
        Assert.Equal(["t.found", "t.score"], Fired(FrameBuilder.Input().Set("input.text", "hello world")));
        Assert.Equal(["t.count", "t.found", "t.score"], Fired(FrameBuilder.Input().Set("input.text", "HELLO worrld h\u0435llo")));
        Assert.Equal(["t.in_list"], Fired(FrameBuilder.Input().Set("input.text", "").SetTexts("user.roles", "clerk", "hello")));
        Assert.Equal(
            ["t.in_list", "t.in_record"],
            Fired(FrameBuilder.Input().Set("input.text", "").Set("user.id", "world").SetTexts("user.roles", "hello", "hello")));
        Assert.Equal(["t.built_in"], Fired(FrameBuilder.Input().Set("input.text", "123-45-6789")));
    }

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("clerk,4111111111111111")]
    [InlineData("clerk,4111-1111-1111-1111,boss")]
    public void What_is_found_is_redacted_but_for_findings_with_excepted_digits(string excepted)
    {
        const string Text = "Yours is 4111 1111 1111 1111, theirs 5555-5555-5555-4444.";
        var decision = s_redacting.Decide(FrameBuilder.Input().Set("input.text", Text).SetTexts("user.roles", excepted.Split(',')));

        Assert.Equal([new Redaction("/input/text", 37, 56, RedactionMethod.Mask, "pii.card")], decision.Content.Redactions);
    }

    [Fact]
    public void Of_several_findings_all_are_redacted_that_are_not_excepted()
    {
        const string Text = "4111 1111 1111 1111, 5555-5555-5555-4444, 378282246310005, 6011111111111117.";
        var decision = s_redacting.Decide(
            FrameBuilder.Input().Set("input.text", Text).SetTexts("user.roles", "clerk", "5555555555554444"));

        Assert.Equal(
            [(0, 19), (42, 57), (59, 75)],
            decision.Content.Redactions.Select(redaction => (redaction.Start, redaction.End)));
    }

    [Fact]
    public void Redactions_in_a_record_say_in_which_of_its_texts()
    {
        var decision = s_redacting.Decide(
            FrameBuilder.Input().Set("input.text", "").Set("user.id", "hello").SetTexts("user.roles", "clerk", "a world"));

        Assert.Equal(
            [
                new Redaction("/user/id", 0, 5, RedactionMethod.Label, "t.greeting"),
                new Redaction("/user/roles/1", 2, 7, RedactionMethod.Label, "t.greeting"),
            ],
            decision.Content.Redactions);
    }

    [Fact]
    public void A_redaction_without_findings_fires_nothing() =>
        Assert.Equal(Outcome.Allow, s_redacting.Decide(FrameBuilder.Input().Set("input.text", "4111 1111 1111 1112")).Outcome);

    private static DetectorExpression Ask(string detector, DetectorQuestion question, string path, Shape shape) =>
        new(detector, question, Fact(path), shape, Place());

    private static IEnumerable<string> Fired(FrameBuilder facts) => s_asking.Decide(facts).Fired.Select(rule => rule.Origin.Control);
}
