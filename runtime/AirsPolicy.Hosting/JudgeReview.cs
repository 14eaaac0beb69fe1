using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting;

/// <summary>What judges have found that are asked once a decision is made.</summary>
/// <param name="Facts">The facts with their answers, which are what to record.</param>
/// <param name="Decision">What follows: events, and a flag at most. The decision that was made stands.</param>
public sealed record JudgeReview(ReadOnlyMemory<byte> Facts, Decision Decision);
