namespace AirsPolicy.Runtime.State.Breakers;

/// <summary>How a breaker stands for one key.</summary>
public enum BreakerPhase
{
    /// <summary>Decisions pass.</summary>
    Closed = 0,

    /// <summary>Its rules apply to every decision.</summary>
    Open = 1,

    /// <summary>It lets as many decisions pass as have to go on before it closes, and none beside them.</summary>
    Probing = 2,
}
