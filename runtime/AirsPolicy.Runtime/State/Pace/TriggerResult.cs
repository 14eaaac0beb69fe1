namespace AirsPolicy.Runtime.State.Pace;

/// <summary>What a trigger came to at a signal.</summary>
public enum TriggerResult
{
    /// <summary>Its condition does not hold.</summary>
    Quiet = 0,

    /// <summary>Its condition holds.</summary>
    Holds = 1,

    /// <summary>That cannot be told. It asks for its state, and since when it holds is forgotten.</summary>
    Unknown = 2,
}
