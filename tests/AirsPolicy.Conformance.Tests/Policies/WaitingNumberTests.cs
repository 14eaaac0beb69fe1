using AirsPolicy.Conformance.Tests.Differential;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>Under which number a decision waits for people.</summary>
public sealed class WaitingNumberTests
{
    private const string Source = """
        policy waits
        system s { owner "o" }
        queue people { sla 1h  reviewers "staff" }
        limit inputs 5 per session at input
        control held { at input, output  when text contains "wait" then hold for people }
        """;

    [Fact]
    public void Each_decision_that_is_held_has_a_number_of_its_own_whatever_it_has_to_do_with_the_past()
    {
        using var engine = new EmittedEngine(BoundPolicy.Of(Source));
        var state = engine.NewState();
        Assert.Equal(1, Ask(engine, state, "input", """{"session":{"id":"s"},"input":{"text":"wait"},"now":"2026-06-15T10:00:00Z"}"""));
        Assert.Equal(2, Ask(engine, state, "output", """{"output":{"text":"wait"},"now":"2026-06-15T10:00:00Z"}"""));
    }

    [Fact]
    public void One_whose_facts_do_not_fit_has_none()
    {
        using var engine = new EmittedEngine(BoundPolicy.Of(Source));
        var state = engine.NewState();
        Assert.NotNull(Ask(engine, state, "input", """{"session":{"id":"s"},"input":{"text":"wait"},"now":"2026-06-15T10:00:00Z"}"""));
        Assert.Null(engine.Decide("output", """{"output":[],"now":"2026-06-15T10:00:00Z"}""", now: null, state).Held);
    }

    private static long? Ask(EmittedEngine engine, PolicyState state, string point, string facts)
    {
        var (decision, held) = engine.Decide(point, facts, now: null, state);
        Assert.Equal(Outcome.Hold, decision.Outcome);
        return held;
    }
}
