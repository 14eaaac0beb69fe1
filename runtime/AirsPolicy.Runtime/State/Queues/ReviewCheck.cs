using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>Whether the word of a reviewer counts. It holds of every policy, whatever its controls at <c>approval</c> say.</summary>
internal static class ReviewCheck
{
    /// <summary>Why what waits is no concern of somebody; null where they are among the reviewers of one of its queues.</summary>
    public static ReviewResult? Stranger(HeldRequest request, Reviewer by, long now) =>
        by.Kind != ReviewerKind.Person || string.IsNullOrWhiteSpace(by.Id) ? ReviewMessages.NotAPerson(by)
        : request.Queues.Any(queue => queue.IsReviewer(by, now)) ? null
        : ReviewMessages.NotAReviewer(
            by,
            request.Queues.FirstOrDefault(queue => queue.IsReviewer(by, long.MaxValue)) ?? request.Queues[0],
            now);

    public static ReviewResult Of(long held, HeldRequest request, IReadOnlyList<Approval> approvals, Review review, long now)
    {
        var by = review.By;
        if (request.Queues.FirstOrDefault(queue => queue.Name == review.Queue) is not { } asked)
            return ReviewMessages.OtherQueue(held, request, review);
        if (!string.Equals(request.Digest, review.Digest, StringComparison.Ordinal))
            return ReviewMessages.OtherContent(held);
        if (by.Kind != ReviewerKind.Person || string.IsNullOrWhiteSpace(by.Id))
            return ReviewMessages.NotAPerson(by);
        if (!asked.IsReviewer(by, now))
            return ReviewMessages.NotAReviewer(by, asked, now);
        if (!review.Approves)
            return new ReviewResult(ReviewAnswer.Refused, $"'{by.Id}' has refused request {held}.");
        if (request.Askers.Count == 0)
            return ReviewMessages.UnknownRequester(held);
        if (request.Askers.Any(asker => string.Equals(asker, by.Id, StringComparison.Ordinal)))
            return ReviewMessages.OwnRequest(held, by);
        // Whoever agrees for one queue is one person, also where another queue is asked.
        foreach (var approval in approvals)
        {
            if (string.Equals(approval.By, by.Id, StringComparison.Ordinal))
                return ReviewMessages.AlreadyApproved(held, approval);
        }
        if (new WaitingRequest(held, request, approvals.ToValueList()).Missing(asked) == 0)
            return ReviewMessages.Enough(held, asked);
        return ReviewMessages.Approved(held, request, [.. approvals, new Approval(asked.Name, by.Id)]);
    }
}
