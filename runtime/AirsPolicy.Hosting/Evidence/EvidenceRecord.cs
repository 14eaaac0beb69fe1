using AirsPolicy.Collections;

namespace AirsPolicy.Hosting.Evidence;

/// <summary>
/// What is to be recorded. All but <see cref="Content"/> stays as long as the log does, so that nothing personal may stand there.
/// Names of points, outcomes and controls are 1 to 512 visible ASCII characters without <c>"</c> and <c>\</c>.
/// </summary>
/// <param name="Kind">What the record is about.</param>
/// <param name="Time">When it happened; written in UTC.</param>
public sealed record EvidenceRecord(EvidenceKind Kind, DateTimeOffset Time)
{
    /// <summary>The decision point.</summary>
    public string? Point { get; init; }

    /// <summary>How it ended: of a decision its outcome, such as <c>hold</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>The qualified names of the controls that fired; they are written in their ordinal order, each once.</summary>
    public ValueList<string> Controls { get; init; }

    /// <summary>The id of the request, which the host gave. Ids are no place for personal data.</summary>
    public string? Request { get; init; }

    /// <summary>The number of what waits, 0 or more.</summary>
    public long? Held { get; init; }

    /// <summary>The digest of the bundle: SHA-256 in 64 lower-case hexadecimal digits.</summary>
    public string? Bundle { get; init; }

    /// <summary>Of a gap: how many records were lost, 1 or more.</summary>
    public long? Lost { get; init; }

    /// <summary>What can be deleted, such as <c>user</c>, <c>session</c>, <c>facts</c>, <c>decision</c>; each name once.</summary>
    public ValueList<ContentField> Content { get; init; }
}
