namespace AirsPolicy.Storage.Sqlite;

/// <summary>How a store keeps.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>
    /// After how many changes the state is written again as a whole, so that a restart reads no more than those behind it. 100,000 by
    /// default, at least 1.
    /// </summary>
    public int RewriteAfterChanges { get; init; } = 100_000;

    /// <summary>
    /// How many bytes may wait while nothing can be kept. Beyond that, changes of the state are kept no more until the state can be written
    /// again as a whole, and evidence is refused. 64 MiB by default.
    /// </summary>
    public int MostWaitingBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The clock, which says since when nothing can be kept. The system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
