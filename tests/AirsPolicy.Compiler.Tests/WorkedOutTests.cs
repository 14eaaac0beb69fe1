using AirsPolicy.Collections;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests;

/// <summary>
/// The bound on what one rule works out is part of the meaning: both engines stop at the same text, and no rule takes from another.
/// </summary>
public sealed class WorkedOutTests
{
    // With a text of this length and one of four characters, text + text and then + four come to the bound exactly.
    private const int Quarter = FactLimits.MaxWorkedOut / 4 - 1;

    private static readonly Expression s_doubled = Concat(Concat(Fact("input.text"), Fact("input.text")), Fact("user.id"));

    [Theory]
    [InlineData("four", null)]
    [InlineData("fives", FailureKind.OverLimit)]
    public void Texts_that_a_rule_works_out_fail_it_past_the_bound_in_both_engines_whatever_other_rules_do(string id, FailureKind? failure)
    {
        ControlModel[] controls =
        [
            Control("t.a", TestFacts.Input, When(Compare(s_doubled, CompareOperator.Equal, Value("no")), Flag)),
            Control("t.b", TestFacts.Input, When(Compare(s_doubled, CompareOperator.NotEqual, Value("no")), Flag)),
            Control(
                "t.c",
                TestFacts.Input,
                When(Compare(Concat(Fact("user.id"), Value("!")), CompareOperator.Equal, Value(id + "!")), Flag)),
        ];
        var inOrder = Policy(TestFacts.Input, controls);
        foreach (var model in new[] { inOrder, inOrder with { Controls = controls.Reverse().ToValueList() } })
        {
            var decision = Decide(model, () => FrameBuilder.Input().Set("input.text", new string('a', Quarter)).Set("user.id", id));
            Assert.Equal(failure is null ? ["t.b", "t.c"] : ["t.a", "t.b", "t.c"], decision.Fired.Select(rule => rule.Origin.Control));
            Assert.All(decision.Fired.SkipLast(1), rule => Assert.Equal(failure, rule.Failure?.Kind));
            Assert.Null(decision.Fired[^1].Failure);
        }
    }

    [Theory]
    [InlineData("four", 3)]
    [InlineData("fives", 0)]
    public void What_an_item_needs_is_let_go_with_the_item_in_both_engines(string id, int expected)
    {
        var counted = new QuantifierExpression(
            QuantifierKind.Count,
            0,
            Fact("user.roles"),
            Compare(s_doubled, CompareOperator.NotEqual, Value("no")),
            IntShape.Instance,
            Place());
        var model = Policy(
            TestFacts.Input,
            Control("t.count", TestFacts.Input, When(Compare(counted, CompareOperator.Equal, Value(3L)), Flag)));
        var decision = Decide(
            model,
            () =>
                FrameBuilder
                    .Input()
                    .Set("input.text", new string('a', Quarter))
                    .Set("user.id", id)
                    .SetTexts("user.roles", "one", "two", "three"));
        Assert.Equal(expected == 3 ? null : FailureKind.OverLimit, Assert.Single(decision.Fired).Failure?.Kind);
    }

    [Theory]
    [InlineData("ﬃﬃ", null)]
    [InlineData("ﬃﬃa", FailureKind.OverLimit)]
    public void Texts_that_grow_when_they_are_folded_count_as_they_become_in_both_engines(string id, FailureKind? failure)
    {
        var folded = new CallExpression("folded", [Fact("user.id")], TextShape.Instance, Place());
        var all = Concat(Concat(Fact("input.text"), Fact("input.text")), folded);
        var model = Policy(
            TestFacts.Input,
            Control("t.folded", TestFacts.Input, When(Compare(all, CompareOperator.NotEqual, Value("no")), Flag)));
        // Each ligature becomes three letters: twice the text, six letters, and both together come to the bound.
        var decision = Decide(
            model,
            () => FrameBuilder.Input().Set("input.text", new string('a', (FactLimits.MaxWorkedOut - 12) / 4)).Set("user.id", id));
        Assert.Equal(failure, Assert.Single(decision.Fired).Failure?.Kind);
    }

    [Theory]
    [InlineData((FactLimits.MaxWorkedOut - FactLimits.UnitsOfSpan) / 3, null)]
    [InlineData((FactLimits.MaxWorkedOut - FactLimits.UnitsOfSpan) / 3 + 1, FailureKind.OverLimit)]
    public void Spans_count_with_their_digits_in_both_engines(int digits, FailureKind? failure)
    {
        var spans = new DetectorExpression("t.word", DetectorQuestion.Spans, Fact("input.text"), new ListShape(Span), Place());
        var body = Compare(
            Concat(Fact("input.text"), new ItemExpression(0, ["digits"], TextShape.Instance, Place())),
            CompareOperator.NotEqual,
            Value("no"));
        var any = new QuantifierExpression(QuantifierKind.Any, 0, spans, body, BoolShape.Instance, Place());
        var text = new string('7', digits);
        var model = Policy(TestFacts.Input, Control("t.spans", TestFacts.Input, When(any, Flag))) with
        {
            Detectors =
            [
                new DetectorDefinition(
                    "t.word",
                    ["plain"],
                    [new DetectorItem(DetectorItemKind.Term, text, false, 1_000_000)],
                    [],
                    ScoreMethod.Max,
                    null),
            ],
        };
        Assert.Equal(failure, Assert.Single(Decide(model, () => FrameBuilder.Input().Set("input.text", text)).Fired).Failure?.Kind);
    }

    [Fact]
    public void A_detector_tells_texts_apart_that_one_rule_after_another_works_out()
    {
        ControlModel Finds(string control, string word, string rest) => Control(control, TestFacts.Input, When(
            new DetectorExpression("t.word", DetectorQuestion.Found, Concat(Value(word), Value(rest)), BoolShape.Instance, Place()), Flag));
        var model = Policy(
            TestFacts.Input,
            Finds("t.a", "deal", " or no"),
            Finds("t.b", "dial", " or no"),
            Finds("t.c", "no", " deal or"),
            Finds("t.d", "no", " dial or")
        ) with
        {
            Detectors =
            [
                new DetectorDefinition(
                    "t.word",
                    ["plain"],
                    [new DetectorItem(DetectorItemKind.Term, "deal", false, 1_000_000)],
                    [],
                    ScoreMethod.Max,
                    null),
            ],
        };
        Assert.Equal(["t.a", "t.c"], Decide(model, FrameBuilder.Input).Fired.Select(rule => rule.Origin.Control));
    }

    private static RecordShape Span { get; } = new(
    [
        new ShapeMember("start", "start", IntShape.Instance), new ShapeMember("end", "end", IntShape.Instance),
        new ShapeMember("text", "text", TextShape.Instance), new ShapeMember("digits", "digits", TextShape.Instance),
    ]);

    private static ConcatExpression Concat(Expression left, Expression right) => new(left, right, Place());

    private static Decision Decide(PolicyModel model, Func<FrameBuilder> facts)
    {
        var compiled = new Loaded(model).Decide(facts());
        Assert.Equal(new PolicyInterpreter(model).Decide("input", facts().Frame), compiled);
        return compiled;
    }
}
