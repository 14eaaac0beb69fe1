namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>What happens in a few sessions, in order.</summary>
/// <param name="Sessions">How many there are.</param>
/// <param name="Requests">The requests, none earlier than the one before.</param>
internal sealed record SessionTrace(int Sessions, IReadOnlyList<SessionRequest> Requests)
{
    /// <summary>The most requests of a trace.</summary>
    public const int Longest = 200;

    /// <summary>When traces begin.</summary>
    public static readonly long Start = new DateTime(2026, 6, 15, 10, 0, 0, DateTimeKind.Utc).Ticks;
}

/// <summary>A request, and what people do about it where it is held.</summary>
/// <param name="Now">When it is made, in ticks.</param>
/// <param name="Approved">They approve it; else they say nothing or no.</param>
/// <param name="After">After how many further requests; an odd number refuses where it is not approved, an even one stays silent.</param>
internal sealed record SessionRequest(string Point, string Facts, long Now, bool Approved, int After);
