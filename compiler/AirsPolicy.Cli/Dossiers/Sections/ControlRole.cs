namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What a control does, whatever it claims: the layers of the framework, and what only marks.</summary>
internal enum ControlRole
{
    /// <summary>It prevents: it changes or refuses what it sees.</summary>
    Guardrail = 0,

    /// <summary>A judge detects.</summary>
    Judge,

    /// <summary>People decide.</summary>
    Human,

    /// <summary>It contains: breakers, plans, halts.</summary>
    Breaker,

    /// <summary>It marks, counts or tells people, and stops nothing by itself.</summary>
    Mark,
}
