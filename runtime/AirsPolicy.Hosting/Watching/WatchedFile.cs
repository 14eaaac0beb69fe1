using System.Globalization;

namespace AirsPolicy.Hosting.Watching;

/// <summary>A file that others replace, known by its length and time.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="most">How many bytes it may have; of a longer one nothing is read.</param>
internal sealed class WatchedFile(string path, int most) : IWatchedSource
{
    public ValueTask<WatchedBytes?> ReadAsync(string? stamp, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            // The stamp is taken before the file is read, so that what changes meanwhile is seen at the next look.
            var file = new FileInfo(path);
            var now = string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}");
            return new(now == stamp ? null : new WatchedBytes(Read(), now));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The file '{path}' cannot be read: {fault.Message.TrimEnd('.')}.", fault);
        }
    }

    private byte[] Read()
    {
        using var file = File.OpenRead(path);
        if (file.Length > most)
            throw new IOException($"it has more than {most} bytes");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
