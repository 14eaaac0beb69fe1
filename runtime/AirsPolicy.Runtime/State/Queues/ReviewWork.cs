using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What reviewers have done about something that waits, beside deciding on it.</summary>
/// <param name="Priority">How urgent they have made it; its queues may have made it more urgent.</param>
/// <param name="Claim">Who works on it, or did last; null for nobody.</param>
/// <param name="Comments">What they have noted, in the order in which they did.</param>
/// <param name="Replaces">The number of the request whose place it took, or null.</param>
internal sealed record ReviewWork(ReviewPriority Priority, ReviewerClaim? Claim, ValueList<ReviewComment> Comments, long? Replaces)
{
    public static readonly ReviewWork None = new(ReviewPriority.Normal, null, [], null);

    /// <summary>Who works on it at a time, or null.</summary>
    public ReviewerClaim? ClaimAt(long now) => Claim is { } claim && claim.Until > now ? claim : null;

    /// <summary>The same where a reviewer works on it no more.</summary>
    public ReviewWork Without(Reviewer by) => Claim?.By == by.Id ? this with { Claim = null } : this;

    /// <summary>The same with one more note.</summary>
    public ReviewWork With(ReviewComment comment) => this with { Comments = [.. Comments, comment] };

    /// <summary>The same for what has taken the place of the request.</summary>
    public ReviewWork Of(long replaced) => this with { Claim = null, Replaces = replaced };
}
