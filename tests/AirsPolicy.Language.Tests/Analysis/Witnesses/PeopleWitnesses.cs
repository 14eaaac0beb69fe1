using System.Text.Json.Nodes;
using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Tests.Analysis.Witnesses;

/// <summary>What is said of queues shows on a request that is held, and on what people say of it.</summary>
internal static class PeopleWitnesses
{
    public static Dictionary<string, Witness> All { get; } = new(StringComparer.Ordinal)
    {
        ["AIRS7034"] = new("a request that is held, and everybody's word on it", NobodyMayApprove),
        ["AIRS7035"] = new("a request that is held, and the end of time", WaitsForEver),
        ["AIRS7041"] = new("a request that is held, and who may decide when its time is over", ComesTooLate),
    };

    private static void NobodyMayApprove(WitnessCase shown, Diagnostic found)
    {
        var held = Held(shown, found.Arguments[1]).ToList();
        Assert.NotEmpty(held);
        Assert.All(
            held,
            one =>
            {
                var (past, number, queue) = one;
                var request = past.Waiting(number)!;
                ValueList<string> roles =
                [
                    .. shown.Model.Queues.SelectMany(known => known.Reviewers.AsEnumerable()),
                    queue,
                    "finance",
                    "expert",
                ];
                foreach (var name in (string[])["ann", "bob", "eve"])
                    Assert.Equal(
                        ReviewAnswer.NotAReviewer,
                        past.Take(
                            number,
                            new Review(queue, new Reviewer(name, ReviewerKind.Person, roles), request.Digest, Approves: true),
                            VirtualClock.Start.Ticks));
                Assert.NotEqual(long.MaxValue, request.Due);
            }
        );
    }

    private static void WaitsForEver(WitnessCase shown, Diagnostic found)
    {
        // Another hold may be over sooner, on this queue or on others.
        var asked = Held(shown, found.Arguments[1])
            .SelectMany(held => held.Past.Waiting(held.Number)!.Queues.Where(queue => queue.Name == held.Queue))
            .ToList();
        Assert.Contains(asked, queue => queue.Due == long.MaxValue);
        // Whoever may decide is not asked in vain: what the message asks for is a time.
        Assert.All(asked, queue => Assert.NotEmpty(queue.Reviewers));
    }

    private static void ComesTooLate(WitnessCase shown, Diagnostic found)
    {
        var asked = Held(shown, found.Arguments[1])
            .SelectMany(held => held.Past.Waiting(held.Number)!.Queues.Where(queue => queue.Name == held.Queue))
            .ToList();
        Assert.NotEmpty(asked);
        Assert.All(
            asked,
            queue =>
            {
                var late = queue.HandsOn.Where(on =>
                    on.Roles.All(role => found.Arguments[0].Contains($"'{role}'", StringComparison.Ordinal)));
                Assert.NotEmpty(late);
                Assert.All(late, on => Assert.Empty(queue.RolesAt(queue.Due - 1).Intersect(on.Roles).Except(queue.Reviewers)));
            });
    }

    private static IEnumerable<(EventTrace Past, int Number, string Queue)> Held(WitnessCase shown, string name)
    {
        foreach (var (point, made) in Asked(shown))
        {
            var facts = (JsonObject)made.DeepClone();
            facts["user"]!["id"] = "asker";
            var text = facts.ToJsonString();
            var decision = shown.Interpreter.Decide(point, text);
            if (decision.Outcome != Outcome.Hold
                || decision.Holds.FirstOrDefault(hold => hold.Queue.EndsWith($".{name}", StringComparison.Ordinal)) is not { } hold)
                continue;
            var past = new EventTrace(shown.Interpreter, withStateMachines: true);
            yield return (past, past.Record(point, text, decision, VirtualClock.Start.Ticks), hold.Queue);
        }
    }

    // What is missing fails rules, and 'on error' may hold as well.
    private static IEnumerable<(string Point, JsonObject Facts)> Asked(WitnessCase shown)
    {
        foreach (var (point, facts) in shown.Requests().ToList())
        {
            yield return (point, facts);
            foreach (var provider in shown.Model.Providers.Where(provider => facts.ContainsKey(provider.Fact)))
            {
                var fewer = (JsonObject)facts.DeepClone();
                fewer.Remove(provider.Fact);
                yield return (point, fewer);
            }
        }
    }
}
