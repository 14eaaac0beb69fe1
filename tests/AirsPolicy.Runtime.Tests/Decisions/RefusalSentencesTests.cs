using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Tests.Decisions;

public sealed class RefusalSentencesTests
{
    public static TheoryData<RefusalKind> Kinds => [.. Enum.GetValues<RefusalKind>()];

    public static TheoryData<FailureKind> Failures => [.. Enum.GetValues<FailureKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_refusal_of_the_language_tells_the_user_one_sentence(RefusalKind kind)
    {
        AssertSentence(RefusalSentences.ForUser(kind));
        Assert.Equal(RefusalSentences.ForUser(kind), Decide(Rule("c", new BlockEffect(null), kind)).Message);
    }

    [Theory, MemberData(nameof(Failures))]
    public void Every_failure_that_refuses_tells_the_user_one_sentence(FailureKind kind)
    {
        AssertSentence(RefusalSentences.ForUser(kind));
        var failure = new Failure(kind, "The fact 'x' is missing.");
        Assert.Equal(RefusalSentences.ForUser(kind), Decide(Rule("c", new BlockEffect(null)) with { Failure = failure }).Message);
        Assert.Equal(RefusalSentences.ForUser(kind), FailedPoint.Decide("input", failure, []).Message);
    }

    [Fact]
    public void What_was_halted_before_tells_the_user_one_sentence()
    {
        AssertSentence(RefusalSentences.Halted);
        Assert.Equal(RefusalSentences.Halted, Decide(Rule("c", new HaltedEffect(HaltScope.Session, 1, null, null))).Message);
    }

    [Fact]
    public void A_message_of_the_policy_comes_before_any_sentence_of_the_language() => Assert.Equal(
        "Ask us.", Decide(Rule("a", new BlockEffect(null), RefusalKind.Cycle), Rule("b", new BlockEffect("Ask us."))).Message);

    [Fact]
    public void Rules_of_the_policy_without_a_message_and_what_is_only_recorded_say_nothing()
    {
        Assert.Null(Decide(Rule("a", new BlockEffect(null))).Message);
        Assert.Null(
            Decide(Rule("a", new BlockEffect(null)), Rule("b", new BlockEffect(null), RefusalKind.Cycle) with { Detect = true }).Message);
        Assert.Null(Decide(Rule("a", new FlagEffect(null)) with { Failure = new Failure(FailureKind.MissingFact, "x") }).Message);
    }

    private static Decision Decide(params MatchedRule[] rules) => EffectJoin.Decide("input", rules);

    private static MatchedRule Rule(string control, Effect effect, RefusalKind? kind = null) =>
        new(
            new RuleOrigin(control, null, null, "", 0, "f", 1, 1),
            [effect],
            Refusal: kind is { } refused ? new Refusal(refused, "Why.") : null);

    private static void AssertSentence(string sentence)
    {
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.True(char.IsUpper(sentence[0]) && sentence.Length <= 80 && sentence.IndexOfAny(['\'', '"', '{']) < 0, sentence);
    }
}
