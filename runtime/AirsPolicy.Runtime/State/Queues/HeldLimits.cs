namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What a host keeps of requests that wait for people, beside what decides on them.</summary>
public sealed record HeldLimits
{
    /// <summary>
    /// How many bytes of JSON the facts of one request may take, so that reviewers can be shown them and can change them; of more none are
    /// kept. 64 KiB by default, 0 to keep none of any request.
    /// </summary>
    public int MostFactsBytes { get; init; } = 64 * 1024;

    /// <summary>
    /// How many bytes the facts of all that wait may take together; of a request that would take more none are kept. 64 MiB by default.
    /// </summary>
    public long MostFactsBytesInTotal { get; init; } = 64L * 1024 * 1024;

    /// <summary>After which time a claim of a reviewer lapses. 15 minutes by default.</summary>
    public TimeSpan Claim { get; init; } = TimeSpan.FromMinutes(15);
}
