using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>A queue of people, as what waits for them is held to it.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="Reviewers">The roles that may decide from the beginning; without any role nobody may.</param>
/// <param name="Approvals">How many different people have to agree, at least 1.</param>
/// <param name="Canary">The share of made-up cases among what reviewers see, in millionths.</param>
public sealed record QueueDefinition(string Name, ValueList<string> Reviewers, int Approvals, long Canary = 0)
{
    /// <summary>The roles that may decide later too.</summary>
    public ValueList<HandOn> HandsOn { get; init; } = [];

    /// <summary>How urgent what waits in it is at first.</summary>
    public ReviewPriority Priority { get; init; }
}
