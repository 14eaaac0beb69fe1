using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Runtime.State.Recording;

/// <summary>What reviewers do about what waits, beside deciding on it.</summary>
public sealed partial class HeldDecisions
{
    /// <summary>What waits under a number, or what reviewers have changed it into; null where neither waits.</summary>
    internal WaitingRequest? FindLatest(long held, long now)
    {
        Advance(now);
        lock (_order)
        {
            // What took the place of another has a greater number, so that this ends.
            while (_settled.Find(held)?.Became is { } became)
                held = became;
            return _waiting.TryGetValue(held, out var waiting) && waiting.Decision.Request is not null ? Shown(held, waiting, now) : null;
        }
    }

    /// <summary>
    /// A reviewer who could approve works on it from now on: nobody else decides on it until they release it or the claim lapses.
    /// </summary>
    /// <param name="held">The number under which it waits.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The time, in UTC ticks.</param>
    internal ReviewResult ClaimFor(long held, Reviewer by, long now) => Do(held, by, now, (work, request) =>
    {
        var words = request
            .Queues.Select(queue => Weigh(held, new Review(queue.Name, by, request.Digest, Approves: true), now, out _))
            .OrderBy(word => word.Answer == ReviewAnswer.NotAReviewer)
            .ToList();
        if (!words.Exists(word => word.Counts))
            return (work, words[0]);
        var claim = new ReviewerClaim(by.Id, now + Limits.Claim.Ticks);
        return (work with { Claim = claim }, ReviewMessages.ClaimedNow(held, claim));
    });

    /// <summary>A reviewer gives their claim up.</summary>
    /// <inheritdoc cref="ClaimFor"/>
    internal ReviewResult Release(long held, Reviewer by, long now) => Do(held, by, now, (work, _) =>
        work.ClaimAt(now)?.By == by.Id ? (work.Without(by), ReviewMessages.Released(held)) : (work, ReviewMessages.NotClaimed(held, by)));

    /// <summary>A reviewer notes something, for the others.</summary>
    /// <inheritdoc cref="ClaimFor"/>
    /// <param name="text">The note.</param>
    internal ReviewResult Comment(long held, Reviewer by, string text, long now) =>
        Do(held, by, now, (work, _) => Comment(held, work, by, text, now));

    /// <summary>A reviewer makes it more urgent by a step, says why, and works on it no more.</summary>
    /// <inheritdoc cref="ClaimFor"/>
    /// <param name="why">The reason, which stands among the comments.</param>
    internal ReviewResult Escalate(long held, Reviewer by, string why, long now) => Do(held, by, now, (work, request) =>
    {
        var priority = request.AtLeast(work.Priority);
        if (priority == ReviewPriority.Urgent)
            return (work, ReviewMessages.RaisedBefore(held));
        var (noted, result) = Comment(held, work, by, why, now);
        return result.Answer != ReviewAnswer.Done
            ? (work, result)
            : (noted.Without(by) with { Priority = priority + 1 }, ReviewMessages.Raised(held, priority + 1));
    });

    /// <summary>
    /// Takes a decision out that a reviewer changes, where their word counts. Null where it does not, with the reason.
    /// </summary>
    internal HeldClaim? ClaimToEdit(long held, Review review, long now, out ReviewResult reason)
    {
        Advance(now);
        lock (_order)
        {
            reason = Weigh(held, review, now, out var waiting);
            if (waiting is null || !reason.Counts)
                return null;
            Remove(held, waiting.Decision);
            _claimed.Add(held, waiting);
            return new HeldClaim(held, waiting.Decision, [.. waiting.Approvals], waiting.Work, new Approval(review.Queue, review.By.Id));
        }
    }

    /// <summary>Ends a claim: nothing has come of it, and the decision waits on as it was.</summary>
    internal void PutBack(HeldClaim claim)
    {
        lock (_order)
        {
            if (_claimed.Remove(claim.Number))
                Put(claim.Number, new Waiting(claim.Decision, [.. claim.Approvals], claim.Work));
        }
    }

    private static (ReviewWork Work, ReviewResult Result) Comment(long held, ReviewWork work, Reviewer by, string text, long now)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > ReviewComment.MaxLength)
            return (work, ReviewMessages.CommentLength);
        return work.Comments.Count >= ReviewComment.Most
            ? (work, ReviewMessages.TooManyComments(held))
            : (work.With(new ReviewComment(by.Id, now, text)), ReviewMessages.Noted(held));
    }

    private ReviewResult Do(
        long held,
        Reviewer by,
        long now,
        Func<ReviewWork, HeldRequest, (ReviewWork Work, ReviewResult Result)> change)
    {
        ArgumentNullException.ThrowIfNull(by);
        Advance(now);
        lock (_order)
        {
            if (!_waiting.TryGetValue(held, out var waiting) || waiting.Decision.Request is not { } request)
                return Gone(held);
            if (ReviewCheck.Stranger(request, by, now) is { } stranger)
                return stranger;
            var (done, result) = change(waiting.Work, request);
            if (done != waiting.Work)
                Worked(held, waiting with { Work = done });
            return result;
        }
    }
}
