using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Tests.Decisions;

/// <summary>What follows where something has no answer.</summary>
public sealed class FailedPointTests
{
    private static readonly Failure s_failure = new(FailureKind.MissingFact, "The fact 'x' is missing.");

    [Theory]
    [InlineData(Outcome.Block)]
    [InlineData(Outcome.Halt)]
    public void A_posture_that_refuses_stands_alone(Outcome outcome)
    {
        var posture = Posture(outcome == Outcome.Block ? new BlockEffect("No.") : new HaltEffect(HaltScope.Run, null, "No."));
        var decision = FailedPoint.Decide("input", s_failure, [posture], "digest");
        Assert.Equal([posture], decision.Fired);
        Assert.Equal((outcome, "No.", s_failure, "digest"), (decision.Outcome, decision.Message, decision.Failure, decision.Bundle));
    }

    [Fact]
    public void A_posture_that_does_not_refuse_is_joined_by_a_block()
    {
        var posture = Posture(new HoldEffect("q", null, false));
        var decision = FailedPoint.Decide("input", s_failure, [posture], "digest");
        var closed = new MatchedRule(
            new RuleOrigin("input", null, null, "", FailedPoint.Ordinal, "", 0, 0),
            [new BlockEffect(null)],
            s_failure);
        Assert.Equal([posture, closed], decision.Fired);
        Assert.Equal((Outcome.Block, s_failure, "digest"), (decision.Outcome, decision.Failure, decision.Bundle));
    }

    [Theory]
    [InlineData(null, FailureKind.MissingFact)]
    [InlineData("unreadable", FailureKind.MisfitFact)]
    [InlineData("misfit", FailureKind.MisfitFact)]
    [InlineData("fence", FailureKind.MisfitFact)]
    [InlineData("late", FailureKind.Provider)]
    [InlineData("refused", FailureKind.Provider)]
    public void A_judge_without_an_answer_fails_by_its_cause(string? cause, FailureKind kind)
    {
        var failure = JudgeFailure.Of("shop.j", cause);
        Assert.Equal(kind, failure.Kind);
        Assert.Equal(
            cause is null
                ? "The judge 'shop.j' has given no answer."
                : $"The judge 'shop.j' has given no answer that can be used: {cause}.",
            failure.Detail);
    }

    [Theory]
    [InlineData(HaltScope.Session, true, "session.id")]
    [InlineData(HaltScope.Run, false, "run.id")]
    [InlineData(HaltScope.Agent, false, "agent.id")]
    [InlineData(HaltScope.User, true, "user.id")]
    [InlineData(HaltScope.System, false, "system.id")]
    public void Whose_session_or_user_is_not_known_is_refused_where_some_are_halted(HaltScope scope, bool mustBeKnown, string id)
    {
        Assert.Equal(mustBeKnown, HaltedPoint.MustBeKnown(scope));
        Assert.Equal(new Failure(FailureKind.MissingFact, $"The fact '{id}' is missing, and some are halted."), HaltedPoint.Unknown(scope));
    }

    [Fact]
    public void Tools_are_stopped_where_something_halts()
    {
        var halts = EffectJoin.Decide("input", [Posture(new HaltEffect(HaltScope.Run, null, null))]);
        var blocks = EffectJoin.Decide("input", [Posture(new BlockEffect(null))]);
        ToolStop stop = new("pay", StopAction.Undo, "refund");
        Assert.Equal([stop], halts.WithStops([stop]).Stops);
        Assert.Same(halts, halts.WithStops([]));
        Assert.Same(blocks, blocks.WithStops([stop]));
    }

    private static MatchedRule Posture(Effect effect) => new(new RuleOrigin("a", null, null, "", -1, "f", 1, 1), [effect], s_failure);
}
