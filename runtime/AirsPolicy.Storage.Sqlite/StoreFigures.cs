namespace AirsPolicy.Storage.Sqlite;

/// <summary>How much a store holds.</summary>
/// <param name="Changes">The changes that make up the state.</param>
/// <param name="Leaves">The leaves of evidence.</param>
/// <param name="Contents">Those of which the content is kept.</param>
/// <param name="Names">What is kept by name.</param>
internal sealed record StoreFigures(long Changes, long Leaves, long Contents, long Names);
