namespace AirsPolicy.Hosting.Watching;

/// <summary>What was read.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Stamp">By what a change of them is known without reading them; null where nothing tells.</param>
internal sealed record WatchedBytes(byte[] Bytes, string? Stamp);
