using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Runtime.State.Recording;

/// <summary>A held decision that is being decided again.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Approvals">Who has approved it.</param>
/// <param name="Work">What else reviewers have done about it.</param>
/// <param name="Edited">The approval of a reviewer who has changed it; null where it is as it was.</param>
internal sealed record HeldClaim(
    long Number, HeldDecision Decision, IReadOnlyList<Approval> Approvals, ReviewWork Work, Approval? Edited = null)
{
    /// <summary>What was approved is something else than what is decided now, so that it counts for nothing.</summary>
    public bool IsOfOther { get; set; } = Edited is not null;

    /// <summary>Who has approved what is decided now.</summary>
    public IReadOnlyList<Approval> Counting => IsOfOther ? [] : Approvals;

    /// <summary>What the first decision had set aside, until it is drawn, set aside anew or given back.</summary>
    public long? Reservation { get; set; } = Decision.Reservation;
}
