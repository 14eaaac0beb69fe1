namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What became of the word of a reviewer.</summary>
public enum ReviewAnswer
{
    /// <summary>It counts, and others have to agree as well.</summary>
    Counted = 0,

    /// <summary>It counts, and everybody has agreed: the request can be decided again.</summary>
    Complete = 1,

    /// <summary>It counts, and the request is refused.</summary>
    Refused = 2,

    /// <summary>Nothing waits under the number, and nobody remembers what became of it.</summary>
    Unknown = 3,

    /// <summary>It has been decided already.</summary>
    Settled = 4,

    /// <summary>The time of its hold was over: silence has refused it.</summary>
    Expired = 5,

    /// <summary>It does not wait in that queue.</summary>
    OtherQueue = 6,

    /// <summary>What the reviewer has seen is not what waits.</summary>
    OtherContent = 7,

    /// <summary>Agents and services decide nothing.</summary>
    NotAPerson = 8,

    /// <summary>They have none of the roles that decide in that queue.</summary>
    NotAReviewer = 9,

    /// <summary>They asked for it themselves.</summary>
    OwnRequest = 10,

    /// <summary>The request does not say who asked for it, so that nobody can be told apart from them.</summary>
    UnknownRequester = 11,

    /// <summary>They have approved it before.</summary>
    AlreadyApproved = 12,

    /// <summary>A control at <c>approval</c> does not let them.</summary>
    AgainstPolicy = 13,

    /// <summary>Somebody else works on it, and their claim has not lapsed.</summary>
    Claimed = 14,

    /// <summary>What was asked is done: it is claimed, released, noted or more urgent now.</summary>
    Done = 15,

    /// <summary>What was asked cannot be done as it was asked, and the message says why.</summary>
    Unusable = 16,

    /// <summary>It has been taken, but the store of the host cannot keep it at this moment, so that a restart may forget it.</summary>
    Unkept = 17,
}
