using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What reviewers are told.</summary>
internal static class ReviewMessages
{
    public static ReviewResult Unknown(long held) =>
        new(ReviewAnswer.Unknown, Text($"No request waits under the number {held}, and none that was settled lately did."));

    public static ReviewResult BeingDecided(long held) =>
        new(ReviewAnswer.Settled, Text($"Request {held} is being decided on again at this moment."));

    public static ReviewResult OtherQueue(long held, HeldRequest request, Review review) =>
        new(
            ReviewAnswer.OtherQueue,
            Text(
                $"Request {held} does not wait in '{review.Queue}' but in {string.Join(" and ", request.Queues.Select(queue => $"'{queue.Name}'"))}."
            ));

    public static ReviewResult OtherContent(long held) =>
        new(
            ReviewAnswer.OtherContent,
            Text($"What was looked at is not what waits as request {held}: its digest is another, so look at it again."));

    public static ReviewResult NotAPerson(Reviewer by) =>
        new(ReviewAnswer.NotAPerson, string.IsNullOrWhiteSpace(by.Id)
            ? "Whoever decides on what waits has to say who they are; give the id of the reviewer."
            : $"'{by.Id}' is no person, and only people decide on what waits.");

    public static ReviewResult NotAReviewer(Reviewer by, AskedPeople queue, long now)
    {
        if (queue.Reviewers.Count == 0 && queue.HandsOn.Count == 0)
            return new(ReviewAnswer.NotAReviewer, $"Nobody can decide in '{queue.Name}', since the policy names no reviewers of it.");
        var roles = queue.RolesAt(now);
        var takes = roles.Count == 0 ? "nobody may decide there yet" : $"that takes the role {Roles(roles)}";
        var later = queue
            .HandsOn.Where(on => queue.From(on) > now && queue.From(on) <= CheckedArithmetic.MaxInstant)
            .Select(on => $", from {InstantText.Format(queue.From(on))} on also {Roles(on.Roles)}");
        return new(ReviewAnswer.NotAReviewer, $"'{by.Id}' is no reviewer of '{queue.Name}': {takes}{string.Concat(later)}.");
    }

    public static ReviewResult UnknownRequester(long held) =>
        new(
            ReviewAnswer.UnknownRequester,
            Text(
                $"Request {held} does not say who asked for it (user.id), so that nobody can be told apart from them; ask for it again with that."
            ));

    public static ReviewResult OwnRequest(long held, Reviewer by) =>
        new(ReviewAnswer.OwnRequest, Text($"'{by.Id}' asked for request {held}, and nobody approves what they asked for."));

    public static ReviewResult AlreadyApproved(long held, Approval approval) =>
        new(
            ReviewAnswer.AlreadyApproved,
            Text($"'{approval.By}' has approved request {held} already, in '{approval.Queue}'; somebody else has to."));

    public static ReviewResult Enough(long held, AskedPeople queue) =>
        new(ReviewAnswer.Settled, Text($"Request {held} has every approval that it needs in '{queue.Name}' already."));

    public static ReviewResult Approved(long held, HeldRequest request, ValueList<Approval> approvals)
    {
        var waiting = new WaitingRequest(held, request, approvals);
        if (waiting.IsComplete)
            return new ReviewResult(ReviewAnswer.Complete, Text($"Everybody has agreed to request {held}; it is decided on again."));
        var needed = request
            .Queues.Where(queue => waiting.Missing(queue) > 0)
            .Select(queue => Text($"{waiting.Missing(queue)} in '{queue.Name}'"));
        return new ReviewResult(ReviewAnswer.Counted, Text($"Request {held} still needs {string.Join(" and ", needed)}."));
    }

    public static string Expired(long held, long due) =>
        Text($"The time of request {held} was over at {InstantText.Format(due)}, and silence has refused it.");

    public static string GivenUp(long held, long now) => Text($"Request {held} was given up at {InstantText.Format(now)}.");

    public static string RefusedBefore(long held, Review review, long now) =>
        Text($"Request {held} was refused by '{review.By.Id}' in '{review.Queue}' at {InstantText.Format(now)}.");

    public static string Decided(long held, bool wentOn, long now) => wentOn
        ? Text($"Request {held} went on at {InstantText.Format(now)}.")
        : Text($"Request {held} was decided on again at {InstantText.Format(now)}, and refused by the policy.");

    public static string Replaced(long held, long by) =>
        Text($"Request {held} is no longer what was approved; what it has become waits as request {by}.");

    public static ReviewResult Claimed(long held, ReviewerClaim claim) =>
        new(
            ReviewAnswer.Claimed,
            Text($"'{claim.By}' works on request {held} until {InstantText.Format(claim.Until)}; decide on it once they release it."));

    public static ReviewResult ClaimedNow(long held, ReviewerClaim claim) =>
        Done(Text($"Request {held} is claimed by '{claim.By}' until {InstantText.Format(claim.Until)}."));

    public static ReviewResult Released(long held) => Done(Text($"Request {held} is released."));

    public static ReviewResult NotClaimed(long held, Reviewer by) => Unusable(Text($"'{by.Id}' has no claim to request {held}."));

    public static ReviewResult Noted(long held) => Done(Text($"The comment stands with request {held}."));

    public static ReviewResult Raised(long held, ReviewPriority priority) =>
        Done(Text($"Request {held} is {(priority == ReviewPriority.Urgent ? "urgent" : "of high priority")} now."));

    public static ReviewResult RaisedBefore(long held) => Unusable(Text($"Request {held} is urgent already."));

    public static ReviewResult CommentLength { get; } =
        Unusable(Text($"A comment has 1 to {ReviewComment.MaxLength} characters."));

    public static ReviewResult TooManyComments(long held) =>
        Unusable(Text($"Request {held} has {ReviewComment.Most} comments, and no room for another."));

    public static ReviewResult NotKept(long held) =>
        Unusable(Text($"The facts of request {held} were too large to be kept, and it cannot be changed here; refuse it and ask anew."));

    public static ReviewResult NotEditable(long held, string point) =>
        Unusable(Text($"What is asked for at '{point}' cannot be changed; refuse request {held} and ask anew."));

    public static ReviewResult TooLong(int bytes, int most) =>
        Unusable(Text($"The changed content has {bytes} bytes; at most {most} can be kept."));

    public static ReviewResult NotContent(bool isCall) =>
        Unusable($"The changed content has to be a JSON {(isCall ? "object, the arguments of the call" : "string, the text")}.");

    public static ReviewResult SameContent(long held) =>
        Unusable(Text($"The content of request {held} is not changed; approve it as it is."));

    public static ReviewResult EditRefused(long held, string why) =>
        Unusable(Text($"Request {held} waits on as it was, since what it was changed into is refused{why}"));

    public static ReviewResult Edited(long held, WaitingRequest edited)
    {
        var result = Approved(edited.Number, edited.Request, edited.Approvals);
        return result with
        {
            Message = Text($"Request {held} waits as request {edited.Number} as it was changed. {result.Message}"),
            Became = edited.Number,
        };
    }

    public static ReviewResult EditedBefore(long held, Approval by, long now, long became) =>
        new(
            ReviewAnswer.Settled,
            Text($"Request {held} was changed by '{by.By}' in '{by.Queue}' at {InstantText.Format(now)}, and waits as request {became}."),
            became);

    private static string Roles(IEnumerable<string> roles) => string.Join(" or ", roles.Select(role => $"'{role}'"));

    private static ReviewResult Done(string message) => new(ReviewAnswer.Done, message);

    private static ReviewResult Unusable(string message) => new(ReviewAnswer.Unusable, message);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
