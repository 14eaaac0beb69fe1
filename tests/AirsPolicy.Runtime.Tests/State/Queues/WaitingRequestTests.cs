using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Runtime.Tests.State.Queues;

/// <summary>Who has to agree to what waits, and what reviewers are told.</summary>
public sealed class WaitingRequestTests
{
    private const long Now = 20;

    private static readonly AskedPeople s_sales = new("sales", ["lead", "chief"], 2, 50);

    private static readonly AskedPeople s_risk = new("risk", ["officer"], 1, 40);

    private static readonly HeldRequest s_request = new(EffectJoin.Decide("input", []), null, ["ann"], "digest", 10, [s_sales, s_risk], "");

    [Fact]
    public void A_request_waits_until_so_many_agree_in_each_queue()
    {
        var waiting = new WaitingRequest(7, s_request, []);
        Assert.Equal((2, 1, false), (waiting.Missing(s_sales), waiting.Missing(s_risk), waiting.IsComplete));
        waiting = waiting with { Approvals = [new Approval("sales", "bob"), new Approval("risk", "eve")] };
        Assert.Equal((1, 0, false), (waiting.Missing(s_sales), waiting.Missing(s_risk), waiting.IsComplete));
        waiting = waiting with { Approvals = [.. waiting.Approvals, new Approval("sales", "cat"), new Approval("sales", "dan")] };
        Assert.Equal((0, 0, true), (waiting.Missing(s_sales), waiting.Missing(s_risk), waiting.IsComplete));
    }

    [Fact]
    public void It_is_due_with_the_first_of_its_queues()
    {
        Assert.Equal(40, s_request.Due);
        Assert.Equal(long.MaxValue, (s_request with { Queues = [] }).Due);
    }

    [Fact]
    public void Who_reviews_stands_among_the_facts_of_the_approval()
    {
        Assert.Equal(
            """{"request":{"id":"approval","user":"ann"},"flagged":false,"approver":{"kind":"person","id":"b\u0022ob","roles":["lead","x"]}}""",
            s_request.FactsOfApproval(new Reviewer("b\"ob", ReviewerKind.Person, ["lead", "x"])));
        Assert.Equal(
            """{"user":1,"request":{"id":"approval"},"flagged":false,"approver":{"kind":"agent","id":"bot","roles":[]}}""",
            (s_request with { Askers = [], Common = "\"user\":1" }).FactsOfApproval(new Reviewer("bot", ReviewerKind.Agent, [])));
        Assert.Contains(
            "\"kind\":\"service\"",
            s_request.FactsOfApproval(new Reviewer("cron", ReviewerKind.Service, [])),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "bob",
        ReviewerKind.Person,
        "lead",
        "sales",
        "digest",
        true,
        ReviewAnswer.Counted,
        "Request 7 still needs 1 in 'sales' and 1 in 'risk'."
    )]
    [InlineData(
        "bob",
        ReviewerKind.Person,
        "lead",
        "other",
        "digest",
        true,
        ReviewAnswer.OtherQueue,
        "Request 7 does not wait in 'other' but in 'sales' and 'risk'."
    )]
    [InlineData(
        "bob",
        ReviewerKind.Person,
        "lead",
        "sales",
        "another",
        true,
        ReviewAnswer.OtherContent,
        "What was looked at is not what waits as request 7: its digest is another, so look at it again."
    )]
    [InlineData(
        "bob",
        ReviewerKind.Agent,
        "lead",
        "sales",
        "digest",
        true,
        ReviewAnswer.NotAPerson,
        "'bob' is no person, and only people decide on what waits."
    )]
    [InlineData(
        " ",
        ReviewerKind.Person,
        "lead",
        "sales",
        "digest",
        true,
        ReviewAnswer.NotAPerson,
        "Whoever decides on what waits has to say who they are; give the id of the reviewer."
    )]
    [InlineData(
        "bob",
        ReviewerKind.Person,
        "officer",
        "sales",
        "digest",
        true,
        ReviewAnswer.NotAReviewer,
        "'bob' is no reviewer of 'sales': that takes the role 'lead' or 'chief'."
    )]
    [InlineData("ann", ReviewerKind.Person, "lead", "sales", "digest", false, ReviewAnswer.Refused, "'ann' has refused request 7.")]
    [InlineData(
        "ann",
        ReviewerKind.Person,
        "lead",
        "sales",
        "digest",
        true,
        ReviewAnswer.OwnRequest,
        "'ann' asked for request 7, and nobody approves what they asked for."
    )]
    public void The_word_of_a_reviewer_counts_or_they_are_told_why_not(
        string id,
        ReviewerKind kind,
        string role,
        string queue,
        string digest,
        bool approves,
        ReviewAnswer answer,
        string message) =>
        Assert.Equal(
            new ReviewResult(answer, message),
            ReviewCheck.Of(7, s_request, [], new Review(queue, new Reviewer(id, kind, [role]), digest, approves), Now));

    [Fact]
    public void Nobody_agrees_twice_nor_beyond_what_is_needed_and_the_last_completes_it()
    {
        Assert.Equal(
            new ReviewResult(ReviewAnswer.AlreadyApproved, "'bob' has approved request 7 already, in 'risk'; somebody else has to."),
            Agree("bob", [new Approval("risk", "bob")]));
        Assert.Equal(
            new ReviewResult(ReviewAnswer.Settled, "Request 7 has every approval that it needs in 'sales' already."),
            Agree("bob", [new Approval("sales", "cat"), new Approval("sales", "dan")]));
        Assert.Equal(
            new ReviewResult(ReviewAnswer.Complete, "Everybody has agreed to request 7; it is decided on again."),
            Agree("bob", [new Approval("sales", "cat"), new Approval("risk", "dan")]));
        Assert.Equal(
            new ReviewResult(ReviewAnswer.Counted, "Request 7 still needs 1 in 'risk'."),
            Agree("bob", [new Approval("sales", "cat")]));
    }

    [Fact]
    public void Without_reviewers_or_somebody_who_asked_nobody_can_agree()
    {
        Assert.Equal(
            "Nobody can decide in 'sales', since the policy names no reviewers of it.",
            Agree("bob", [], s_request with { Queues = [s_sales with { Reviewers = [] }] }).Message);
        Assert.Equal(
            new ReviewResult(
                ReviewAnswer.UnknownRequester,
                "Request 7 does not say who asked for it (user.id), so that nobody can be told apart from them; ask for it again with that."
            ),
            Agree("bob", [], s_request with { Askers = [] }));
    }

    [Fact]
    public void Roles_that_come_later_decide_from_their_time_on_and_are_told_before_when_that_is()
    {
        var handed = s_sales with
        {
            Since = TimeSpan.TicksPerDay,
            HandsOn = [new HandOn(["lead", "board"], TimeSpan.TicksPerHour), new HandOn(["owner"], 2 * TimeSpan.TicksPerHour)],
        };
        var from = TimeSpan.TicksPerDay + TimeSpan.TicksPerHour;
        Assert.Equal(["lead", "chief"], handed.RolesAt(from - 1));
        Assert.Equal(["lead", "chief", "board"], handed.RolesAt(from));
        Assert.Equal(["lead", "chief", "board", "owner"], handed.RolesAt(long.MaxValue));
        Assert.Equal(
            new ReviewResult(
                ReviewAnswer.NotAReviewer,
                "'bob' is no reviewer of 'sales': that takes the role 'lead' or 'chief', from 0001-01-02T01:00:00Z on also 'lead' or 'board', from 0001-01-02T02:00:00Z on also 'owner'."
            ),
            Board(handed, from - 1));
        Assert.Equal(ReviewAnswer.Counted, Board(handed, from).Answer);
        Assert.Equal(
            "'bob' is no reviewer of 'sales': nobody may decide there yet, from 0001-01-02T01:00:00Z on also 'lead' or 'board', from 0001-01-02T02:00:00Z on also 'owner'.",
            Board(handed with { Reviewers = [] }, from - 1).Message);
        Assert.Equal(
            "'bob' is no reviewer of 'sales': that takes the role 'lead' or 'chief'.",
            Board(handed with { HandsOn = [new HandOn(["board"], long.MaxValue)] }, from).Message);
    }

    private static ReviewResult Board(AskedPeople asked, long now) =>
        ReviewCheck.Of(
            7,
            s_request with { Queues = [asked] },
            [],
            new Review("sales", new Reviewer("bob", ReviewerKind.Person, ["board"]), "digest", Approves: true),
            now);

    private static ReviewResult Agree(string id, Approval[] approvals, HeldRequest? request = null) =>
        ReviewCheck.Of(
            7,
            request ?? s_request,
            approvals,
            new Review("sales", new Reviewer(id, ReviewerKind.Person, ["lead"]), "digest", Approves: true),
            Now);
}
