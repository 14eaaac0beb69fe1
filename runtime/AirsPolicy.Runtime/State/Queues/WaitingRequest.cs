using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>A request that waits, and who has approved it.</summary>
/// <param name="Number">The number under which it waits.</param>
/// <param name="Request">What waits.</param>
/// <param name="Approvals">Who has approved it so far, in the order in which they did.</param>
public sealed record WaitingRequest(long Number, HeldRequest Request, ValueList<Approval> Approvals)
{
    /// <summary>
    /// The facts that were decided on, one JSON object in canonical form and UTF-8, without the answers of models. Null where they were
    /// too large to be kept (<see cref="HeldLimits"/>).
    /// </summary>
    public ReadOnlyMemory<byte>? Facts { get; init; }

    /// <summary>How urgent its queues or reviewers have made it.</summary>
    public ReviewPriority Priority { get; init; }

    /// <summary>Who works on it; null for nobody.</summary>
    public ReviewerClaim? Claim { get; init; }

    /// <summary>What reviewers have noted, in the order in which they did.</summary>
    public ValueList<ReviewComment> Comments { get; init; } = [];

    /// <summary>
    /// The number of the request whose place it took, as a reviewer changed it or it was something else when it was decided again; or null.
    /// </summary>
    public long? Replaces { get; init; }

    /// <summary>How many more people have to agree in a queue.</summary>
    public int Missing(AskedPeople queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return Math.Max(0, queue.Approvals - Approvals.Count(approval => approval.Queue == queue.Name));
    }

    /// <summary>Everybody has agreed: it can be decided again.</summary>
    public bool IsComplete => Request.Queues.All(queue => Missing(queue) == 0);
}
