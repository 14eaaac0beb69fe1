namespace AirsPolicy.Runtime.Decisions.Effects;

/// <summary>What a halt stops.</summary>
public enum HaltScope
{
    Session = 0,
    Run = 1,
    Agent = 2,
    User = 3,
    System = 4,
}

/// <summary>How a redacted span is hidden, rising in strictness; overlapping spans take the strictest.</summary>
public enum RedactionMethod
{
    /// <summary>The kind and a number that is stable within the session: <c>[pii.card-1]</c>.</summary>
    Label = 0,

    /// <summary>A keyed digest.</summary>
    Hash = 1,

    /// <summary>One asterisk a character.</summary>
    Mask = 2,

    /// <summary>Nothing is left.</summary>
    Drop = 3,
}

/// <summary>What the limit of a cut counts.</summary>
public enum CutUnit
{
    /// <summary>Unicode scalars.</summary>
    Characters = 0,

    /// <summary>UTF-8 bytes.</summary>
    Bytes = 1,
}

/// <summary>What the host does beside the content.</summary>
public enum EventAction
{
    /// <summary>A judge is asked.</summary>
    Ask = 0,

    /// <summary>A queue gets the decision to look at.</summary>
    Queue = 1,

    /// <summary>A queue gets the decision to look at first.</summary>
    Escalate = 2,

    /// <summary>A target of the host is told.</summary>
    Notify = 3,

    /// <summary>A PACE layer goes to a worse state.</summary>
    Degrade = 4,

    /// <summary>
    /// What has gone on is taken back; the target is what its reader is told in its place. Only of judges that are asked afterwards.
    /// </summary>
    Retract = 5,
}

/// <summary>A hidden part of a text: half-open, in UTF-16 units of the original.</summary>
public readonly record struct RedactedSpan(int Start, int End);
