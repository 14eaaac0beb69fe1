namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>Something that is wrong with evidence.</summary>
/// <param name="Fault">What it is.</param>
/// <param name="Index">The first leaf that is concerned; null where it is none.</param>
/// <param name="Message">What is wrong and where, in one sentence.</param>
public sealed record EvidenceFinding(EvidenceFault Fault, long? Index, string Message)
{
    /// <summary>Whether the evidence holds all the same.</summary>
    public bool IsWarning => Fault == EvidenceFault.TimeRunsBack;
}
