using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Storing;

/// <summary>How a host records evidence of what it decides, in its store.</summary>
public sealed record EvidenceOptions
{
    /// <summary>The name of the log, such as <c>shop.example/prod</c>, by which auditors tell it from others.</summary>
    public required string Origin { get; init; }

    /// <summary>Signs the heads of the log. The host does not dispose of it.</summary>
    public required CheckpointSigner Signer { get; init; }

    /// <summary>How long after a record the head is signed at the latest. 1 s by default.</summary>
    public TimeSpan SignAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After how many records the head is signed at the latest. 1,000 by default.</summary>
    public int SignAfterRecords { get; init; } = 1_000;

    /// <summary>
    /// A decision of which no record can be kept is refused. True by default; false counts it, and says in the log how many are missing.
    /// </summary>
    public bool RefusesUnrecorded { get; init; } = true;

    /// <summary>How many bytes of JSON the facts of a record may take; of more their absence is recorded. 64 KiB by default.</summary>
    public int MostFactsBytes { get; init; } = 64 * 1024;
}
