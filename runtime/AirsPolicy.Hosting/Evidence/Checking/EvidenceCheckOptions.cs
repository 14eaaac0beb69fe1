using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>What a check of evidence asks for beside the evidence itself.</summary>
public sealed record EvidenceCheckOptions
{
    /// <summary>A checkpoint that was kept elsewhere: the log has to begin with what it signed. Null to ask for none.</summary>
    public Checkpoint? ExpectedHead { get; init; }

    /// <summary>How far times may run back without a warning; 5 seconds by default.</summary>
    public TimeSpan StepBack { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many findings are told; the others are counted. 100 by default.</summary>
    public int MaxFindings { get; init; } = 100;
}
