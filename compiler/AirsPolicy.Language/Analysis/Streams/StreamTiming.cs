namespace AirsPolicy.Language.Analysis.Streams;

/// <summary>When a rule about an answer can act while the answer still arrives.</summary>
internal enum StreamTiming
{
    /// <summary>
    /// It stops or changes text before that text is released: what it asks for can be found in a bounded part of the answer.
    /// </summary>
    BeforeRelease,

    /// <summary>
    /// It is decided at the end, and takes nothing back: it marks the decision, tells others, or adds text behind the answer.
    /// </summary>
    AtEnd,

    /// <summary>It would stop, hold or change text that has been released.</summary>
    TooLate,
}
