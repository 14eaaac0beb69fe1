namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>How many records are of a kind.</summary>
public readonly record struct KindCount(EvidenceKind Kind, long Count);
