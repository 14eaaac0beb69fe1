using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;
using AirsPolicy.Runtime.State.Stores;

namespace AirsPolicy.Runtime.Tests.State.Queues;

/// <summary>What waits for people from the first look at it until it is settled.</summary>
public sealed class ReviewedHoldTests
{
    private static readonly HeldRequest s_request =
        new(EffectJoin.Decide("input", []), null, ["ann"], "digest", 10, [new AskedPeople("sales", ["lead"], 2, 50)], "");

    private readonly PolicyState _state = new(new PolicyStateDefinition([], []));

    private HeldDecisions Held => _state.Held;

    [Fact]
    public void What_waits_is_listed_in_the_order_in_which_it_came_with_what_people_have_said()
    {
        Assert.True(Held.IsEmpty);
        var (one, other, unasked) = (Add(50), Add(60), Add(70, request: null));
        Assert.Equal((1L, 2L, 3L), (one, other, unasked));
        Assert.False(Held.IsEmpty);
        Agree(other, "bob", 20);
        Assert.Equal(["1:", "2:bob"], Held.All(20).Select(Said));
        Assert.Equal("2:bob", Said(Held.Find(other, 20)!));
        Assert.Null(Held.Find(unasked, 20));
        Assert.Null(Held.Find(9, 20));
        Assert.Equal(["2:bob"], Held.All(50).Select(Said));
        Assert.Null(Held.Find(one, 50));
        Assert.Null(Held.Find(other, 60));
        Assert.False(Held.IsEmpty);
        Held.Advance(70);
        Assert.True(Held.IsEmpty);
    }

    [Fact]
    public void The_most_urgent_of_its_queues_says_how_urgent_a_request_is_at_first_and_reviewers_make_it_more_urgent()
    {
        var (usual, high) = (Add(50), Add(60, s_request with
        {
            Queues = [s_request.Queues[0] with { Priority = ReviewPriority.High }, new AskedPeople("risk", ["officer"], 1, 60)],
        }));
        Assert.Equal([high, usual], Held.All(20).Select(waiting => waiting.Number));
        Assert.Equal(ReviewPriority.High, Held.Find(high, 20)!.Priority);
        var lead = new Reviewer("bob", ReviewerKind.Person, ["lead"]);
        Held.Escalate(high, lead, "The customer waits.", 20);
        Assert.Equal(ReviewPriority.Urgent, Held.Find(high, 20)!.Priority);
    }

    [Fact]
    public void What_waits_is_no_concern_of_a_role_before_its_time()
    {
        var held = Add(500, s_request with { Queues = [s_request.Queues[0] with { Since = 10, HandsOn = [new HandOn(["board"], 30)] }] });
        var board = new Reviewer("eve", ReviewerKind.Person, ["board"]);
        Assert.Equal(ReviewAnswer.NotAReviewer, Held.Comment(held, board, "Well.", 39).Answer);
        Assert.Equal(ReviewAnswer.NotAReviewer, Held.ClaimFor(held, board, 39).Answer);
        Assert.Equal(ReviewAnswer.Done, Held.ClaimFor(held, board, 40).Answer);
    }

    [Fact]
    public void What_waits_and_what_is_being_decided_takes_room()
    {
        Add(50);
        Add(60);
        var claim = Held.Claim(1, 20, out _)!;
        Assert.Equal(new StoreReading("waiting decisions", 2, HeldDecisions.MaxWaiting, 0, null), Held.Store);
        Held.Settle(claim, wentOn: true, 20);
        Assert.Equal(1, Held.Store.Held);
    }

    [Fact]
    public void A_look_at_what_a_word_would_come_to_changes_nothing()
    {
        var held = Add(50);
        Assert.Equal(ReviewAnswer.Counted, Held.Check(held, Word("bob"), 20).Answer);
        Assert.Equal(ReviewAnswer.Refused, Held.Check(held, Word("bob", approves: false), 20).Answer);
        Assert.Equal("1:", Said(Held.Find(held, 20)!));
        Assert.Equal(ReviewAnswer.Expired, Held.Check(held, Word("bob"), 50).Answer);
    }

    [Fact]
    public void Each_that_agrees_counts_once_and_the_last_completes_it()
    {
        var held = Add(50);
        Assert.Equal(ReviewAnswer.Counted, Agree(held, "bob", 20));
        Assert.Equal(ReviewAnswer.AlreadyApproved, Agree(held, "bob", 20));
        Assert.Equal(ReviewAnswer.Complete, Agree(held, "cat", 20));
        Assert.Equal("1:bob,cat", Said(Held.Find(held, 20)!));
    }

    [Fact]
    public void What_one_refuses_waits_no_more_and_whoever_comes_later_is_told()
    {
        var held = Add(50);
        Assert.Equal(ReviewAnswer.Refused, Held.Take(held, Word("bob", approves: false), 20).Answer);
        Assert.Null(Held.Find(held, 20));
        Assert.True(Held.IsEmpty);
        var late = Held.Take(held, Word("cat"), 30);
        Assert.Equal(ReviewAnswer.Settled, late.Answer);
        Assert.StartsWith("Request 1 was refused by 'bob' in 'sales' at ", late.Message, StringComparison.Ordinal);
        Assert.False(Held.Refuse(held, 30));
        Held.Advance(50);
        Assert.Equal(late, Held.Check(held, Word("cat"), 50));
    }

    [Fact]
    public void A_word_that_does_not_count_leaves_it_waiting()
    {
        var held = Add(50);
        Assert.Equal(ReviewAnswer.OwnRequest, Agree(held, "ann", 20));
        Assert.Equal("1:", Said(Held.Find(held, 20)!));
        Assert.Equal(ReviewAnswer.Unknown, Agree(7, "bob", 20));
        Assert.Equal(ReviewAnswer.Expired, Agree(held, "bob", 50));
    }

    [Fact]
    public void What_is_given_up_is_settled()
    {
        var held = Add(50);
        Assert.False(Held.Refuse(held, 50));
        held = Add(90);
        Assert.True(Held.Refuse(held, 60));
        Assert.StartsWith("Request 2 was given up at ", Held.Check(held, Word("bob"), 60).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_reviews_what_is_being_decided_and_silence_does_not_refuse_it()
    {
        var held = Add(50);
        Agree(held, "bob", 20);
        var claim = Held.Claim(held, 20, out var reason)!;
        Assert.Null(reason);
        Assert.Equal([new Approval("sales", "bob")], claim.Approvals);
        Assert.Equal("Request 1 is being decided on again at this moment.", Held.Check(held, Word("cat"), 60).Message);
        Held.Settle(claim, wentOn: false, 70);
        Assert.Contains("refused by the policy", Held.Check(held, Word("cat"), 70).Message, StringComparison.Ordinal);
        Held.Settle(claim, wentOn: true, 80);
        Assert.Contains("refused by the policy", Held.Check(held, Word("cat"), 80).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_request_waits_on_under_its_number_and_another_under_a_new_one()
    {
        var held = Add(50);
        Agree(held, "bob", 20);
        Assert.Equal(held, Held.Hold(Held.Claim(held, 20, out _)!, Decision(50, s_request), 20));
        Assert.Equal("1:bob", Said(Held.Find(held, 20)!));

        var next = Held.Hold(Held.Claim(held, 20, out _)!, Decision(60, s_request with { Digest = "other" }), 20);
        Assert.Equal(2, next);
        Assert.Equal("2:", Said(Held.Find(next, 20)!));
        Assert.Equal(
            "Request 1 is no longer what was approved; what it has become waits as request 2.",
            Held.Check(held, Word("cat"), 20).Message);
        Assert.Equal(3, Add(70));
    }

    [Fact]
    public void What_waits_without_end_is_refused_by_no_silence()
    {
        var held = Add(long.MaxValue);
        Held.Advance(long.MaxValue);
        Assert.NotNull(Held.Find(held, long.MaxValue));
    }

    [Fact]
    public void The_earliest_is_found_again_after_each_that_leaves()
    {
        var (late, early) = (Add(60), Add(40));
        Assert.True(Held.Refuse(early, 20));
        Held.Advance(59);
        Assert.NotNull(Held.Find(late, 59));
        Held.Advance(60);
        Assert.True(Held.IsEmpty);
    }

    private long Add(long due) => Add(due, s_request);

    private long Add(long due, HeldRequest? request) => Held.Add(Decision(due, request))!.Value;

    private HeldDecision Decision(long due, HeldRequest? request) =>
        new(due, _state.Events, [], _state.Limits, null, _state.Halts, [], request);

    private ReviewAnswer Agree(long held, string id, long now) => Held.Take(held, Word(id), now).Answer;

    private static Review Word(string id, bool approves = true) =>
        new("sales", new Reviewer(id, ReviewerKind.Person, ["lead"]), "digest", approves);

    private static string Said(WaitingRequest waiting) =>
        $"{waiting.Number}:{string.Join(',', waiting.Approvals.Select(approval => approval.By))}";
}
