using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Runtime.Audits;

/// <summary>What is recorded of a decision: nothing of it holds what the policy masks, or goes deeper than the policy says.</summary>
/// <param name="Decision">
/// The decision. What names or repeats facts is masked: the pointers of changes, and the details of failures.
/// </param>
/// <param name="Depth">How much of the facts is recorded.</param>
/// <param name="Facts">The facts as JSON, or null where none of them could be recorded.</param>
/// <param name="Digest">SHA-256 of the facts as they were received, in lower-case hexadecimal.</param>
/// <param name="LeftOut">What is not in <paramref name="Facts"/>, in their order; one entry for the whole where nothing of them is.</param>
/// <param name="Masked">What was found in the facts, one entry for each text and detector, in the order of the facts.</param>
public sealed record AuditRecord(
    Decision Decision,
    RecordDepth Depth,
    string? Facts,
    string Digest,
    ValueList<LeftOutFact> LeftOut,
    ValueList<MaskedFact> Masked);

/// <summary>A value that is not recorded, but for its digest.</summary>
/// <param name="Path">Where it lies, as a JSON pointer into the facts.</param>
/// <param name="Cause">Why.</param>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal: of a text its UTF-8, of anything else its JSON as it was received.</param>
public sealed record LeftOutFact(string Path, LeftOutCause Cause, string Sha256);

/// <summary>Why a value is not recorded.</summary>
public enum LeftOutCause
{
    /// <summary>The policy records less.</summary>
    Depth = 0,

    /// <summary>It is over the limits of facts.</summary>
    OverLimit = 1,

    /// <summary>It cannot be read.</summary>
    Unreadable = 2,

    /// <summary>What masks it broke off.</summary>
    Failed = 3,
}

/// <summary>Something that is hidden in a record.</summary>
/// <param name="Path">The text, as a JSON pointer into the facts.</param>
/// <param name="Detector">What was found.</param>
/// <param name="Count">In how many places, at least 1.</param>
public sealed record MaskedFact(string Path, string Detector, int Count);
