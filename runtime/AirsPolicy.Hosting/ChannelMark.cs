namespace AirsPolicy.Hosting;

/// <summary>How far a channel has been seen to be.</summary>
/// <param name="Version">The highest version.</param>
/// <param name="Digest">The digest of its bundle.</param>
public sealed record ChannelMark(long Version, string Digest);
