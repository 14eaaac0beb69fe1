namespace AirsPolicy.Runtime.State.Queues;

/// <summary>A person has approved what waits.</summary>
/// <param name="Queue">The queue, by its qualified name.</param>
/// <param name="By">Who.</param>
public readonly record struct Approval(string Queue, string By);
