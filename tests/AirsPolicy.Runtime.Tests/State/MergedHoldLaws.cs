using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;
using FsCheck;
using FsCheck.Fluent;

using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Runtime.Tests.State;

/// <summary>
/// Holds that several rules ask for are at least as strict together as each of them is alone: in time, in who has to agree, and in what
/// silence does.
/// </summary>
public sealed class MergedHoldLaws
{
    private const int Words = 40;

    private static readonly PointLayout s_layout = new(
        "output",
        new RecordShape([
            new ShapeMember("user", "user", new RecordShape([new ShapeMember("id", "id", TextShape.Instance)])),
            new ShapeMember("output", "output", new RecordShape([new ShapeMember("text", "text", TextShape.Instance)])),
        ]),
        ["output", "text"],
        []);

    private static readonly string[] s_people = ["asker", "ann", "bob", "cat", "dan", "eve"];
    private static readonly string[] s_queues = ["daily", "finance", "risk"];

    [Fact]
    public void The_joined_holds_are_as_strict_as_each_and_no_stricter_than_any_asks() =>
        ForAll(
            500,
            random =>
            {
                var holds = Holds(random);
                var joined = Decided(holds);
                Assert.Equal(Outcome.Hold, joined.Outcome);
                Assert.Equal(
                    holds.Select(hold => hold.Queue).Distinct().Order(StringComparer.Ordinal),
                    joined.Holds.Select(hold => hold.Queue));
                foreach (var together in joined.Holds)
                {
                    var each = holds.Where(hold => hold.Queue == together.Queue).ToList();
                    Assert.All(
                        each,
                        alone =>
                            Assert.True(
                                (together.Ticks ?? long.MaxValue) <= (alone.Ticks ?? long.MaxValue)
                                    && (together.OtherwiseHalt || !alone.OtherwiseHalt)));
                    Assert.Contains(each, alone => alone.Ticks == together.Ticks);
                    Assert.Contains(each, alone => alone.OtherwiseHalt == together.OtherwiseHalt);
                }
            }
        );

    [Fact]
    public void Silence_that_comes_halts_where_any_hold_says_so() =>
        ForAll(
            500,
            random =>
            {
                var holds = Holds(random);
                var joined = Decided(holds);
                Assert.Equal(
                    holds.Exists(hold => hold.Ticks is not null) && holds.Exists(hold => hold.OtherwiseHalt),
                    ActiveHalt.HaltsOnSilence(joined));
                Assert.True(
                    ActiveHalt.HaltsOnSilence(joined) || !holds.Exists(hold => ActiveHalt.HaltsOnSilence(Decided([hold]))),
                    "One more hold has averted a halt.");
                Assert.Equal(ActiveHalt.HaltsOnSilence(joined), ActiveHalt.OfSilence(joined, now: 0).Any());
            }
        );

    [Fact]
    public void The_request_asks_as_many_of_the_same_people_in_no_more_time() => ForAll(500, random =>
    {
        var (queues, holds) = (Queues(random), Holds(random));
        var together = Request(Decided(holds), queues);
        foreach (var hold in holds)
        {
            var alone = Request(Decided([hold]), queues);
            Assert.Equal(alone.Digest, together.Digest);
            Assert.True(together.Due <= alone.Due);
            var asked = together.Queues.First(queue => queue.Name == hold.Queue);
            Assert.True(asked.Approvals >= alone.Queues[0].Approvals && asked.Due <= alone.Queues[0].Due);
            Assert.Empty(asked.Reviewers.Except(alone.Queues[0].Reviewers));
        }
    });

    [Fact]
    public void What_goes_on_though_it_is_held_by_several_would_go_on_by_each_alone()
    {
        var wentOn = 0;
        ForAll(400, random =>
        {
            var (queues, holds) = (Queues(random), Holds(random));
            var held = new PolicyState(new PolicyStateDefinition([], [])).Held;
            var together = held.Add(Waiting(Request(Decided(holds), queues)))!.Value;
            var each = holds.ConvertAll(hold => held.Add(Waiting(Request(Decided([hold]), queues)))!.Value);
            for (var (word, now) = (0, 0L); word < Words; word++, now += random.Next(4))
            {
                // All hear the same words at the same time.
                if (Word(random, held.Find(together, now)) is not { } review)
                    break;
                foreach (var number in each.Prepend(together))
                    held.Take(number, review, now);
                if (held.Find(together, now) is not { IsComplete: true })
                    continue;
                Assert.All(each, alone => Assert.True(held.Find(alone, now) is { IsComplete: true }));
                wentOn++;
                break;
            }
        });
        Assert.True(wentOn > 50, $"Only {wentOn} went on.");
    }

    [Fact]
    public void What_silence_has_refused_of_one_alone_it_has_refused_of_all_together() => ForAll(200, random =>
    {
        var (queues, holds) = (Queues(random), Holds(random));
        var held = new PolicyState(new PolicyStateDefinition([], [])).Held;
        var together = held.Add(Waiting(Request(Decided(holds), queues)))!.Value;
        var each = holds.ConvertAll(hold => held.Add(Waiting(Request(Decided([hold]), queues)))!.Value);
        for (var now = 0L; now < 60; now += random.Next(1, 10))
            Assert.True(held.Find(together, now) is null || each.TrueForAll(alone => held.Find(alone, now) is not null));
    });

    private static void ForAll(int tests, Action<Random> law) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => law(new Random(seed))).Check(Laws.Config.WithMaxTest(tests));

    private static List<HoldEffect> Holds(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(1, 6))
                .Select(_ => new HoldEffect(
                    s_queues[random.Next(s_queues.Length)],
                    random.Next(4) == 0 ? null
                        : random.Next(20) == 0 ? -random.Next(5)
                        : random.Next(50),
                    random.Next(4) == 0)),
        ];

    private static Dictionary<string, QueueDefinition> Queues(Random random) =>
        s_queues.ToDictionary(
            name => name,
            name => new QueueDefinition(name, random.Next(10) == 0 ? [] : [name, "lead"], random.Next(1, 4)),
            StringComparer.Ordinal);

    private static Decision Decided(List<HoldEffect> holds) => EffectJoin.Decide(
        "output", holds.Select((hold, at) => new MatchedRule(new RuleOrigin($"c{at}", null, null, "", 0, "", 1, 1), [hold], null)));

    private static HeldRequest Request(Decision decision, Dictionary<string, QueueDefinition> queues)
    {
        var facts = new FactFrame();
        Assert.Null(
            new FactReader().Read(
                CompiledLayout.Of(s_layout),
                Encoding.UTF8.GetBytes("""{"user":{"id":"asker"},"output":{"text":"Pay."}}"""),
                facts));
        return new HeldFacts(s_layout).Of(decision, facts, name => queues[name], -1, now: 0);
    }

    private static HeldDecision Waiting(HeldRequest request)
    {
        var state = new PolicyState(new PolicyStateDefinition([], []));
        return new HeldDecision(request.Due, state.Events, [], state.Limits, null, state.Halts, [], request);
    }

    private static Review? Word(Random random, WaitingRequest? waiting)
    {
        if (waiting is null)
            return null;
        var queue = waiting.Request.Queues[random.Next(waiting.Request.Queues.Count)].Name;
        ValueList<string> roles = random.Next(5) == 0 ? ["clerk"] : random.Next(3) == 0 ? ["lead"] : [queue];
        return new Review(
            queue,
            new Reviewer(s_people[random.Next(s_people.Length)], random.Next(12) == 0 ? ReviewerKind.Agent : ReviewerKind.Person, roles),
            random.Next(15) == 0 ? "another" : waiting.Request.Digest,
            Approves: random.Next(40) > 0);
    }
}
