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
        queue people { sla 1h }
        limit inputs 5 per session at input
        control held { at input, output  when text contains "wait" then hold for people }
        """;

    [Fact]
    public void A_decision_that_has_nothing_to_do_with_the_past_has_no_number_and_not_that_of_the_one_before()
    {
        using var engine = new EmittedEngine(BoundPolicy.Of(Source));
        var state = engine.NewState();
        Assert.NotNull(Ask(engine, state, "input", """{"session":{"id":"s"},"input":{"text":"wait"},"now":"2026-06-15T10:00:00Z"}"""));
        Assert.Null(Ask(engine, state, "output", """{"output":{"text":"wait"},"now":"2026-06-15T10:00:00Z"}"""));
    }

    [Fact]
    public void Nor_has_one_whose_facts_do_not_fit()
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
