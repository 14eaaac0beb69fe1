namespace AirsPolicy.Hosting.Evidence;

/// <summary>What a record of evidence is about.</summary>
public enum EvidenceKind
{
    /// <summary>A request was decided.</summary>
    Decision,

    /// <summary>A request began to wait for people.</summary>
    Hold,

    /// <summary>Somebody decided on what waited.</summary>
    Review,

    /// <summary>A chart or a breaker went to another state.</summary>
    Transition,

    /// <summary>An agent, a session, a run or the system was stopped.</summary>
    Halt,

    /// <summary>A halt was lifted.</summary>
    Lift,

    /// <summary>What had been decided was carried out, or failed.</summary>
    Execution,

    /// <summary>Another bundle decides from here on.</summary>
    Reload,

    /// <summary>A bundle was refused, and the one before goes on.</summary>
    Refusal,

    /// <summary>A session or a run ended.</summary>
    End,

    /// <summary>Records were lost before this one.</summary>
    Gap,
}
