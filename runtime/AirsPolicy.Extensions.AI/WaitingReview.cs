namespace AirsPolicy.Extensions.AI;

/// <summary>A decision that judges are to look at afterwards.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts that were decided on.</param>
internal sealed record WaitingReview(string Point, ReadOnlyMemory<byte> Facts);
