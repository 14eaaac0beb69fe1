namespace AirsPolicy.Hosting;

/// <summary>A file that others replace.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="most">How many bytes it may have; of a longer one nothing is read.</param>
internal sealed class WatchedFile(string path, int most)
{
    /// <summary>By what a changed file is known without reading it.</summary>
    /// <exception cref="InvalidDataException">It cannot be asked.</exception>
    public (long Length, DateTime Written) Stamp() => Try(() =>
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    });

    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or is too long.</exception>
    public byte[] Read() => Try(() =>
    {
        using var file = File.OpenRead(path);
        if (file.Length > most)
            throw new IOException($"it has more than {most} bytes");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    });

    private T Try<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The file '{path}' cannot be read: {fault.Message.TrimEnd('.')}.", fault);
        }
    }
}
