namespace AirsPolicy.Runtime.State.Queues;

/// <summary>How urgent something is that waits; what is more urgent stands first.</summary>
public enum ReviewPriority
{
    Normal = 0,
    High = 1,
    Urgent = 2,
}
