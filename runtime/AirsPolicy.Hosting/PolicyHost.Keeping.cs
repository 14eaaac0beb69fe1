using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting;

/// <summary>What is kept before anybody is told of it.</summary>
public sealed partial class PolicyHost
{
    /// <summary>How the store stands, or null where the host has none.</summary>
    public StoreHealth? StoreHealth => _options.Store?.Health;

    private byte[]? KeyFor(ReadOnlySpan<byte> purpose) => _options.Store is { } store ? HostKeeping.KeyFor(store, purpose) : null;

    // What a restart would forget must not go on: it is refused, and what would wait for people waits no more.
    private Decision Kept(Decision decision, ref long? waits)
    {
        if (_keeping is null || _keeping.Unkept() is not { } reason)
            return decision;
        if (waits is { } held)
            GiveUp(held);
        waits = null;
        return FailedPoint.Decide(decision.Point, new Failure(FailureKind.Provider, reason), [], decision.Bundle);
    }

    private ReviewResult Kept(long waits, ReviewResult result) =>
        _keeping?.Unkept() is { } reason
            ? new ReviewResult(ReviewAnswer.Unkept, $"What you said of request {waits} may be forgotten by a restart: {reason} Say it again then.")
            : result;
}
