using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests;

/// <summary>The bound on the items that one quantifier looks at is part of the meaning: both engines stop at the same item.</summary>
public sealed class StepBoundTests
{
    private static readonly PolicyModel s_model = Policy(
        TestFacts.Input,
        Control("t.again", TestFacts.Input, When(Three(0), Flag)),
        Control("t.drop", TestFacts.Input, When(null, new DropEffectModel((PathExpression)Fact("user.roles"), 6, Two(7)))),
        Control("t.three", TestFacts.Input, When(Three(3), Flag)));

    [Theory]
    [InlineData(101, null)]
    [InlineData(102, FailureKind.OverLimit)]
    public void Three_lists_in_one_another_fail_a_rule_past_the_bound_in_both_engines(int items, FailureKind? failure)
    {
        // 101 + 101² + 101³ is the last that fits in 2²⁰; the rules before one take nothing from it.
        FrameBuilder Facts() => FrameBuilder.Input().SetTexts("user.roles", [.. Enumerable.Repeat("clerk", items)]);
        var compiled = new Loaded(s_model).Decide(Facts());

        Assert.Equal(new PolicyInterpreter(s_model).Decide("input", Facts().Frame), compiled);
        Assert.Equal(failure is null ? [] : new[] { "t.again", "t.drop", "t.three" }, compiled.Fired.Select(rule => rule.Origin.Control));
        Assert.All(compiled.Fired, rule => Assert.Equal(failure, rule.Failure?.Kind));
    }

    public static TheoryData<string> Searches =>
        ["contains", "starts", "ends", "matches", "length", "digest", "found", "found in list", "in list", "literal in list"];

    [Theory]
    [MemberData(nameof(Searches))]
    public void Texts_that_a_quantifier_goes_through_count_in_both_engines(string search)
    {
        var text = Fact("input.text");
        Expression body = search switch
        {
            "contains" => new TextTestExpression(TextTest.Contains, text, Value("no such text"), Place()),
            "starts" => new TextTestExpression(TextTest.StartsWith, text, text, Place()),
            "ends" => new TextTestExpression(TextTest.EndsWith, text, text, Place()),
            "matches" => new MatchesExpression(text, "^a", false, Place()),
            "length" => Compare(new CallExpression("length", [text], IntShape.Instance, Place()), CompareOperator.Less, Value(1)),
            "digest" => Compare(new CallExpression("digest", [text], TextShape.Instance, Place()), CompareOperator.Equal, Value("x")),
            "found" => Asked(text),
            "in list" => new MembershipExpression(new ItemExpression(1, [], TextShape.Instance, Place()), Fact("user.roles"), Place()),
            // As long as each of the texts is past the bound.
            "literal in list" => new MembershipExpression(Value(new string('b', 4_500)), Fact("user.roles"), Place()),
            _ => Asked(Fact("user.roles")),
        };
        if (search is "starts" or "ends" or "matches" or "in list")
            body = new NotExpression(body, Place());
        var model = Policy(
            TestFacts.Input, Control("t.search", TestFacts.Input, When(Any(0, Any(1, body)), Flag)));
        // 1 + 40 texts, and 40 · 40 times what is searched.
        FrameBuilder Facts(int length) =>
            FrameBuilder
                .Input()
                .Set("input.text", new string('a', length))
                .SetTexts("user.roles", [.. Enumerable.Repeat(new string('a', length / 40), 40)]);

        foreach (var (length, failure) in new[] { (1_000, (FailureKind?)null), (180_000, FailureKind.OverLimit) })
        {
            // Searches have a bound of their own, which lies close to that of quantifiers.
            var limits = new FactLimits(MaxTextSteps: long.MaxValue);
            var compiled = new Loaded(model).Decide(Facts(length), limits: limits);
            Assert.Equal(new PolicyInterpreter(model, limits).Decide("input", Facts(length).Frame), compiled);
            Assert.Equal(failure, compiled.Fired.Select(rule => rule.Failure?.Kind).FirstOrDefault());
        }
    }

    private static DetectorExpression Asked(Expression argument) =>
        new("pii.card", DetectorQuestion.Found, argument, BoolShape.Instance, Place());

    private static QuantifierExpression Three(int variable) => Any(variable, Two(variable + 1));

    private static QuantifierExpression Two(int variable) => Any(variable, Any(variable + 1,
        Compare(new ItemExpression(variable + 1, [], TextShape.Instance, Place()), CompareOperator.Equal, Value("nobody"))));

    private static QuantifierExpression Any(int variable, Expression body) =>
        new(QuantifierKind.Any, variable, Fact("user.roles"), body, BoolShape.Instance, Place());
}
