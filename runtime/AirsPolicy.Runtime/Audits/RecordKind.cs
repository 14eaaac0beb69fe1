namespace AirsPolicy.Runtime.Audits;

/// <summary>What records are about, as far as they are kept for different times (AIRS LOG-08).</summary>
public enum RecordKind
{
    /// <summary>That something was asked and what came of it.</summary>
    Metadata = 0,

    /// <summary>The texts of requests and answers.</summary>
    Content = 1,

    /// <summary>Which controls fired and why.</summary>
    Guardrail = 2,

    /// <summary>What judges said.</summary>
    Judge = 3,

    /// <summary>What people decided.</summary>
    Review = 4,

    /// <summary>Which agents acted for whom.</summary>
    Agents = 5,

    /// <summary>What was attempted against the system.</summary>
    Incident = 6,

    /// <summary>Who changed what is in force, and when.</summary>
    Access = 7,

    /// <summary>Counts and rates.</summary>
    Aggregate = 8,
}
