namespace AirsPolicy.Hosting.Watching;

/// <summary>Bytes that others replace.</summary>
internal interface IWatchedSource
{
    /// <summary>Reads the bytes, unless they are the same.</summary>
    /// <param name="stamp">The stamp of what was read before; null where the bytes are wanted in any case.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The bytes; null where they have not changed since.</returns>
    /// <exception cref="InvalidDataException">They cannot be read, or are too many.</exception>
    ValueTask<WatchedBytes?> ReadAsync(string? stamp, CancellationToken cancellation);
}
