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
/// Whatever is said, and by whomever: what waits goes on because enough people have agreed who may, and for no other reason.
/// </summary>
public sealed class ReviewLaws
{
    private const long Due = 1_000;

    private static readonly string[] s_people = ["asker", "behalf", "ann", "bob", "cat", "dan"];

    private readonly HeldDecisions _held = new PolicyState(new PolicyStateDefinition([], [])).Held;

    [Fact]
    public void Silence_never_approves() => ForAll(100, seed =>
    {
        var random = new Random(seed);
        var waits = Hold(random.Next(1, 4), random.Next(1, 4));
        _held.Advance(Due - 1);
        Assert.False(_held.Find(waits, Due - 1)!.IsComplete);
        _held.Advance(Due + random.Next(0, 100));
        Assert.Null(_held.Find(waits, Due));
        Assert.Null(_held.Claim(waits, Due, out var reason));
        Assert.Equal(ReviewAnswer.Expired, reason!.Answer);
        Assert.Equal(ReviewAnswer.Expired, _held.Take(waits, Right("ann"), Due).Answer);
    });

    [Fact]
    public void It_is_complete_only_where_enough_different_people_have_agreed_in_every_queue_who_may() => ForAll(500, seed =>
    {
        var random = new Random(seed);
        var (finance, risk) = (random.Next(1, 4), random.Next(0, 3));
        var waits = Hold(finance, risk);
        var agreed = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var word = 0; word < 30; word++)
        {
            var review = Any(random);
            var result = _held.Take(waits, review, 1);
            if (result.Counts)
            {
                // None that asked, none that is no person, none without the role, none of something else, and none twice.
                Assert.DoesNotContain(review.By.Id, (string[])["asker", "behalf"]);
                Assert.Equal((ReviewerKind.Person, "digest", true), (review.By.Kind, review.Digest, review.By.Roles.Contains(review.Queue)));
                Assert.True(agreed.TryAdd(review.By.Id, review.Queue));
            }
            var complete = agreed.Count(one => one.Value == "finance") >= finance && agreed.Count(one => one.Value == "risk") >= risk;
            Assert.Equal(complete, _held.Find(waits, 1)!.IsComplete);
        }
    });

    [Fact]
    public void The_order_of_approvals_says_nothing() => ForAll(100, seed =>
    {
        var random = new Random(seed);
        Review[] words = [Right("ann"), Right("bob"), Right("cat", "risk"), Right("dan", "risk")];
        random.Shuffle(words);
        var waits = Hold(2, 2);
        for (var word = 0; word < words.Length; word++)
            Assert.Equal(word == words.Length - 1 ? ReviewAnswer.Complete : ReviewAnswer.Counted, _held.Take(waits, words[word], 1).Answer);
    });

    [Fact]
    public void One_refusal_refuses_whatever_was_approved() => ForAll(100, seed =>
    {
        var random = new Random(seed);
        var waits = Hold(2, 0);
        for (var approvals = random.Next(0, 3); approvals > 0; approvals--)
            _held.Take(waits, Right(s_people[approvals + 1]), 1);
        Assert.Equal(ReviewAnswer.Refused, _held.Take(waits, Right("dan") with { Approves = false }, 1).Answer);
        Assert.Null(_held.Claim(waits, 1, out var reason));
        Assert.Contains("'dan'", reason!.Message, StringComparison.Ordinal);
        Assert.Equal(ReviewAnswer.Settled, _held.Take(waits, Right("cat"), 1).Answer);
    });

    [Fact]
    public void Of_reviewers_who_race_exactly_one_decides()
    {
        for (var round = 0; round < 200; round++)
        {
            var waits = Hold(1, 0);
            var answers = new ReviewAnswer[8];
            Parallel.For(
                0,
                answers.Length,
                i => answers[i] = _held.Take(waits, Right($"reviewer {i}") with { Approves = i % 2 == 0 }, 1).Answer);
            // Whoever approves first leaves the others nothing to approve; one refusal refuses all the same.
            Assert.True(answers.Count(answer => answer == ReviewAnswer.Complete) <= 1);
            Assert.Equal(1, answers.Count(answer => answer == ReviewAnswer.Refused));
        }
    }

    [Fact]
    public void Of_hosts_that_decide_again_at_once_exactly_one_does()
    {
        for (var round = 0; round < 200; round++)
        {
            var waits = Hold(1, 0);
            _held.Take(waits, Right("ann"), 1);
            var claims = new HeldClaim?[8];
            Parallel.For(0, claims.Length, i => claims[i] = _held.Claim(waits, 1, out _));
            Assert.Single(claims, claim => claim is not null);
        }
    }

    [Fact]
    public void What_is_said_of_one_content_counts_for_no_other()
    {
        var waits = Hold(1, 0);
        _held.Take(waits, Right("ann"), 1);
        var claim = _held.Claim(waits, 1, out _)!;
        var other = _held.Hold(claim, Waiting(1, 0, "another"), 1);
        Assert.NotEqual(waits, other);
        Assert.Empty(_held.Find(other, 1)!.Approvals);
        Assert.Equal(ReviewAnswer.OtherContent, _held.Take(other, Right("bob"), 1).Answer);

        var again = _held.Hold(_held.Claim(other, 1, out _)!, Waiting(1, 0, "another"), 1);
        Assert.Equal(other, again);
    }

    [Fact]
    public void A_request_of_nobody_known_is_approved_by_nobody_and_one_without_reviewers_neither()
    {
        var anonymous = _held
            .Add(Waiting(1, 0, "digest") is var held ? held with { Request = held.Request! with { Askers = [] } } : null!)!
            .Value;
        Assert.Equal(ReviewAnswer.UnknownRequester, _held.Take(anonymous, Right("ann"), 1).Answer);
        var closed = _held.Add(held with { Request = held.Request! with { Queues = [new AskedPeople("finance", [], 1, Due)] } })!.Value;
        Assert.Equal(ReviewAnswer.NotAReviewer, _held.Take(closed, Right("ann"), 1).Answer);
    }

    private static void ForAll(int tests, Action<int> law) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), law).Check(Laws.Config.WithMaxTest(tests));

    private long Hold(int finance, int risk) => _held.Add(Waiting(finance, risk, "digest"))!.Value;

    private static HeldDecision Waiting(int finance, int risk, string digest)
    {
        var state = new PolicyState(new PolicyStateDefinition([], []));
        ValueList<AskedPeople> queues = risk == 0 ? [Queue("finance", finance)] : [Queue("finance", finance), Queue("risk", risk)];
        var decision = EffectJoin.Decide(
            "input",
            [
                new MatchedRule(
                    new RuleOrigin("c", null, null, "", 0, "", 1, 1),
                    [.. queues.Select(queue => new HoldEffect(queue.Name, Due, false))],
                    null),
            ]
        );
        return new HeldDecision(
            Due,
            state.Events,
            [],
            state.Limits,
            null,
            state.Halts,
            [],
            new HeldRequest(decision, null, ["asker", "behalf"], digest, 0, queues, ""));
    }

    private static AskedPeople Queue(string name, int approvals) => new(name, [name], approvals, Due);

    private static Review Right(string id, string queue = "finance") =>
        new(queue, new Reviewer(id, ReviewerKind.Person, [queue]), "digest", Approves: true);

    private static Review Any(Random random)
    {
        string[] queues = ["finance", "risk"];
        return new Review(
            queues[random.Next(2)],
            new Reviewer(
                s_people[random.Next(s_people.Length)],
                (ReviewerKind)(random.Next(4) == 0 ? random.Next(3) : 0),
                [queues[random.Next(2)], "clerk"]),
            random.Next(5) == 0 ? "another" : "digest",
            Approves: true);
    }
}
