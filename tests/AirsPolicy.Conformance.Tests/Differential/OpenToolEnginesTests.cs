using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Interpreter and emitted code agree on which approval counts where tools take more than they list.</summary>
public sealed class OpenToolEnginesTests
{
    private const int Traces = 60;

    private const string Source = """
        policy random.open
        system s {}
        tool pay { args { to: text } open  always hold for people }
        queue people { sla 1h  reviewers "clerk" }
        """;

    [Fact]
    public void An_approval_of_one_content_lets_no_other_go_on_in_either()
    {
        var model = BoundPolicy.Drawn(Source);
        var interpreter = new PolicyInterpreter(model);
        using var emitted = new EmittedEngine(model);
        var differences = new Differences();
        var outcomes = new Dictionary<Outcome, int>();
        for (var seed = 0; seed < Traces; seed++)
        {
            var random = new Random(seed);
            var requests = Enumerable.Range(0, 12).Select(place =>
            {
                var now = SessionTrace.Start + place * TimeSpan.TicksPerMinute;
                var facts = $$"""{"tool":"pay","args":{"to":"acme","beyond":{{random.Next(3)}} },"session":{"id":"s1"},"user":{"id":"u1"},"now":"{{InstantText.Format(now)}}"}""";
                return new SessionRequest("tool_call", facts, now, Approved: true, random.Next(4));
            }).ToList();
            new SessionComparison(interpreter, emitted, differences) { Resumed = decision => outcomes[decision.Outcome] = outcomes.GetValueOrDefault(decision.Outcome) + 1 }
                .Compare($"Seed {seed}", new SessionTrace(1, requests));
        }
        differences.AssertNone();
        // Held again is what has changed beyond the list, and what was decided again too early.
        Assert.True(
            outcomes.GetValueOrDefault(Outcome.Allow) > 50 && outcomes.GetValueOrDefault(Outcome.Hold) > 50,
            string.Join(", ", outcomes));
    }
}
