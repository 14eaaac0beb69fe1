namespace AirsPolicy.Runtime.Decisions;

/// <summary>Why something could not be evaluated: a typed outcome that never becomes an allow.</summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Detail">The fact, limit or value concerned, in one sentence for the person who has to mend it.</param>
public sealed record Failure(FailureKind Kind, string Detail);

/// <summary>The kinds of failure on the decision path.</summary>
public enum FailureKind
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A number left the range of its type.</summary>
    Overflow = 1,

    /// <summary>A fact that a rule in force reads is missing.</summary>
    MissingFact = 2,

    /// <summary>A fact does not fit its type.</summary>
    MisfitFact = 3,

    /// <summary>A text, list or frame is over its limit.</summary>
    OverLimit = 4,

    /// <summary>The facts are not JSON that can be read.</summary>
    UnreadableFacts = 5,

    /// <summary>A detector could not give an answer.</summary>
    Detector = 6,

    /// <summary>A provider of the host gave no answer in time.</summary>
    Provider = 7,

    /// <summary>The policy does not know the decision point or the tool.</summary>
    Unknown = 8,

    /// <summary>A fault of the runtime or of the bundle.</summary>
    Internal = 9,
}
