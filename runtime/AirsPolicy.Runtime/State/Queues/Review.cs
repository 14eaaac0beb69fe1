namespace AirsPolicy.Runtime.State.Queues;

/// <summary>The word of a reviewer on what waits.</summary>
/// <param name="Queue">The queue for which they speak, by its qualified name.</param>
/// <param name="By">Who.</param>
/// <param name="Digest">What they have seen (<see cref="HeldRequest.Digest"/>).</param>
/// <param name="Approves">They approve; else they refuse.</param>
public sealed record Review(string Queue, Reviewer By, string Digest, bool Approves);
