using AirsPolicy.Collections;

namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>What evidence holds.</summary>
/// <param name="Records">How many leaves were read.</param>
/// <param name="Kinds">How many of each kind; kinds that do not occur are left out.</param>
/// <param name="First">The earliest time of a record; null where there is none.</param>
/// <param name="Last">The latest time of a record.</param>
/// <param name="ContentsKept">How many records have their content.</param>
/// <param name="ContentsDeleted">How many commit to content that is no longer there.</param>
/// <param name="Checkpoints">How many checkpoints trusted keys have signed.</param>
/// <param name="Covered">How many records the greatest of them covers.</param>
public sealed record EvidenceFigures(
    long Records,
    ValueList<KindCount> Kinds,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    long ContentsKept,
    long ContentsDeleted,
    long Checkpoints,
    long Covered);
