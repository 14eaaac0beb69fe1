using System.Text.Json.Nodes;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Evaluation.Past;

public class ReplayedDrawTests
{
    private const string Policy = """
        policy p
        system s { owner "o" }
        judge guard { model "m"  at input  sample 20%  timing inline  prompt "{{ text }}"  returns { go: bool }  when not go then flag "no"  on error block }
        """;

    [Fact]
    public void A_replay_believes_the_draw_that_is_recorded()
    {
        // The judge is asked below its share, has no answer in the trace, and blocks; the id of the request is the same.
        Assert.Equal(Outcome.Block, Replayed(draw: 0.1m, answer: null).Outcome);
        Assert.Equal(Outcome.Allow, Replayed(draw: 0.9m, answer: null).Outcome);
        Assert.Equal(Outcome.Flag, Replayed(draw: 0.1m, answer: false).Outcome);
        Assert.Equal(Outcome.Allow, Replayed(draw: 0.1m, answer: true).Outcome);
    }

    [Fact]
    public void A_draw_that_is_missing_fails_the_rules_that_ask_for_it()
    {
        var decision = Replayed(draw: null, answer: null);
        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Contains(decision.Fired, fired => fired.Failure?.Kind == FailureKind.MissingFact);
    }

    private static Decision Replayed(decimal? draw, bool? answer)
    {
        var facts = new JsonObject
        {
            ["now"] = "2027-03-31T09:00:00Z",
            ["request"] = new JsonObject { ["id"] = "r1" },
            ["flagged"] = false,
            ["input"] = new JsonObject { ["text"] = "Hello.", ["source"] = "user", ["attachments"] = new JsonArray() },
        };
        if (draw is { } share)
            facts["draw:p.guard"] = share;
        if (answer is { } go)
            facts["judge:p.guard"] = new JsonObject { ["go"] = go };
        var replay = new EventReplay(new PolicyInterpreter(Binding.Bound(Policy).Model!));
        return replay
            .Decide("input", facts.ToJsonString(), new DateTime(2027, 3, 31, 9, 0, 0, DateTimeKind.Utc).Ticks, answer: null)
            .Decision;
    }
}
