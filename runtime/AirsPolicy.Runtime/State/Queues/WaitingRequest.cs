using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>A request that waits, and who has approved it.</summary>
/// <param name="Number">The number under which it waits.</param>
/// <param name="Request">What waits.</param>
/// <param name="Approvals">Who has approved it so far, in the order in which they did.</param>
public sealed record WaitingRequest(long Number, HeldRequest Request, ValueList<Approval> Approvals)
{
    /// <summary>How many more people have to agree in a queue.</summary>
    public int Missing(AskedPeople queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return Math.Max(0, queue.Approvals - Approvals.Count(approval => approval.Queue == queue.Name));
    }

    /// <summary>Everybody has agreed: it can be decided again.</summary>
    public bool IsComplete => Request.Queues.All(queue => Missing(queue) == 0);
}
