using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State;

/// <summary>
/// The queues of the runtime do what docs/guide/people.md says, through random traces: holds, claims, the words of anybody, time that
/// passes, requests that are decided again or given up, and canaries.
/// </summary>
[Trait("Length", "long")]
public sealed class QueueModelLaws
{
    private const int Traces = 300;
    private const int Steps = 120;
    private const long ClaimTicks = 20;

    private static readonly string[] s_queues = ["daily", "finance", "risk"];
    private static readonly string[] s_people = ["ann", "bob", "cat", "dan", "eve", "asker", "behalf", ""];

    [Fact]
    public void The_queues_do_what_is_written_of_them()
    {
        var reached = new Dictionary<string, int>(StringComparer.Ordinal);
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => new Trace(new Random(seed), reached).Run())
            .Check(Laws.Config.WithMaxTest(Traces));
        var rare = Enum.GetNames<ReviewAnswer>()
            .Except([nameof(ReviewAnswer.AgainstPolicy), nameof(ReviewAnswer.Unusable), nameof(ReviewAnswer.Unkept)])
            .Concat(["silence", "went on", "held again", "replaced", "given up", "canary"])
            .Where(name => reached.GetValueOrDefault(name) < 100)
            .Select(name => $"{name}: {reached.GetValueOrDefault(name)}");
        Assert.Empty(rare);
    }

    private sealed class Trace(Random random, Dictionary<string, int> reached)
    {
        private readonly PolicyState _state = new(
            new PolicyStateDefinition([], []),
            limits: new HeldLimits { Claim = TimeSpan.FromTicks(ClaimTicks) });
        private readonly PlainQueues _plain = new();
        private readonly List<long> _numbers = [];
        private readonly Dictionary<long, HeldRequest> _requests = [];
        private long _now;

        public void Run()
        {
            for (var step = 0; step < Steps; step++)
            {
                Step();
                Compare();
            }
        }

        private void Step()
        {
            switch (random.Next(12))
            {
                case 0 or 1:
                    var request = Request();
                    Put(_state.Held.Add(Held(request))!.Value, request);
                    break;
                case 2:
                    var before = _plain.Waiting(_now).Count();
                    _now += random.Next(1, 30);
                    Count("silence", before - _plain.Waiting(_now).Count());
                    break;
                case 3:
                    Resume();
                    break;
                case 4 when random.Next(3) == 0:
                    var number = Any();
                    var gaveUp = _plain.GiveUp(number, _now);
                    Assert.Equal(gaveUp, _state.Held.Refuse(number, _now));
                    Count("given up", gaveUp ? 1 : 0);
                    break;
                case 5:
                    var (queue, caught) = (s_queues[random.Next(3)], random.Next(3) > 0);
                    _plain.Canary(queue, caught);
                    _state.Canaries.Add(queue, caught);
                    Count("canary", 1);
                    break;
                case 6 when random.Next(2) == 0:
                    TakeUp();
                    break;
                default:
                    Say(Any());
                    break;
            }
        }

        private void TakeUp()
        {
            var number = Any();
            var by = Word(number).By;
            var expected = _plain.TakeUp(number, by, _now, _now + ClaimTicks);
            var answer = _state.Held.ClaimFor(number, by, _now).Answer;
            Assert.Contains(answer, expected);
            Count(answer.ToString(), 1);
        }

        private void Say(long number)
        {
            var review = Word(number);
            var known = _state.Held.Check(number, review, _now).Answer;
            var answer = _state.Held.Take(number, review, _now).Answer;
            Assert.Equal(known, answer);
            Assert.Contains(answer, _plain.Hear(number, review, _now));
            Count(answer.ToString(), 1);
        }

        // It goes on, is refused, waits on for others as well, or is something else by now.
        private void Resume()
        {
            var number = Any();
            var claim = _state.Held.Claim(number, _now, out _);
            Assert.Equal(_plain.Resume(number, _now), claim is not null);
            if (claim is null)
                return;
            Assert.Null(_state.Held.Claim(number, _now, out _));
            switch (random.Next(3))
            {
                case 0:
                    _state.Held.Settle(claim, wentOn: random.Next(2) == 0, _now);
                    Count("went on", 1);
                    break;
                case 1:
                    var was = _requests[number];
                    var same = Request() with { Digest = was.Digest, Askers = was.Askers, Since = was.Since };
                    Assert.Equal(number, _state.Held.Hold(claim, Held(same), _now));
                    _plain.HoldAgain(number, same);
                    _requests[number] = same;
                    Count("held again", 1);
                    break;
                default:
                    var other = Request() with { Digest = $"{_requests[number].Digest}'" };
                    var replaced = _state.Held.Hold(claim, Held(other), _now);
                    Assert.NotEqual(number, replaced);
                    Put(replaced, other);
                    Count("replaced", 1);
                    break;
            }
        }

        private void Put(long number, HeldRequest request)
        {
            _plain.Hold(number, request);
            _numbers.Add(number);
            _requests[number] = request;
        }

        private void Compare()
        {
            var waiting = _state.Held.All(_now);
            Assert.Equal(_plain.Waiting(_now), waiting.Select(one => one.Number));
            foreach (var one in waiting)
            {
                Assert.Equal(_plain.Approvals(one.Number), one.Approvals);
                Assert.Equal(_plain.IsComplete(one.Number), one.IsComplete);
                Assert.Equal(_plain.ClaimedBy(one.Number, _now), one.Claim?.By);
            }
            Assert.All(s_queues, queue => Assert.Equal(_plain.Missed(queue), _state.Canaries.Missed(queue)));
        }

        private long Any() =>
            _numbers.Count == 0 || random.Next(40) == 0 ? 1_000_000 : _numbers[Math.Max(0, _numbers.Count - 1 - random.Next(6))];

        private Review Word(long number)
        {
            var asked = _requests.GetValueOrDefault(number)?.Queues;
            var queue = asked is null || random.Next(12) == 0 ? s_queues[random.Next(3)] : asked.Value[random.Next(asked.Value.Count)].Name;
            ValueList<string> roles = random.Next(8) == 0 ? ["clerk"] : random.Next(4) == 0 ? ["lead", "clerk"] : [queue];
            return new Review(
                queue,
                new Reviewer(
                    s_people[random.Next(s_people.Length)],
                    random.Next(10) == 0 ? (ReviewerKind)random.Next(1, 3) : ReviewerKind.Person,
                    roles),
                random.Next(12) == 0 ? "another" : _requests.GetValueOrDefault(number)?.Digest ?? "digest",
                Approves: random.Next(15) > 0);
        }

        private HeldRequest Request()
        {
            var queues = s_queues
                .Where(_ => random.Next(2) == 0)
                .DefaultIfEmpty("risk")
                .Select(name => new AskedPeople(
                    name,
                    random.Next(15) == 0 ? [] : [name, "lead"],
                    random.Next(1, 4),
                    random.Next(5) == 0 ? long.MaxValue : _now + random.Next(80))
                {
                    Since = _now,
                    HandsOn = random.Next(2) == 0 ? [] : [new HandOn(["clerk"], random.Next(1, 60)), new HandOn(["boss"], 30)],
                    Priority = (ReviewPriority)random.Next(3),
                })
                .ToValueList();
            ValueList<string> askers =
                random.Next(10) == 0 ? []
                : random.Next(2) == 0 ? ["asker"]
                : ["asker", "behalf"];
            var decision = EffectJoin.Decide(
                "input",
                [
                    new MatchedRule(
                        new RuleOrigin("c", null, null, "", 0, "", 1, 1),
                        [.. queues.Select(queue => new HoldEffect(queue.Name, queue.Due, false))],
                        null),
                ]
            );
            return new HeldRequest(decision, null, askers, $"digest-{random.Next(1_000_000)}", _now, queues, "");
        }

        private HeldDecision Held(HeldRequest request) =>
            new(request.Due, _state.Events, [], _state.Limits, null, _state.Halts, [], request);

        private void Count(string what, int times) => reached[what] = reached.GetValueOrDefault(what) + times;
    }
}
