using AirsPolicy.Hosting.Evidence.Merkle;

namespace AirsPolicy.Hosting.Evidence.Logs;

/// <summary>The files of evidence in a folder, by their paths in it.</summary>
internal static class EvidenceFiles
{
    /// <summary>The latest checkpoint.</summary>
    public const string Head = "checkpoint";

    /// <summary>The checkpoints before it, each with an empty line behind it.</summary>
    public const string Past = "checkpoints";

    /// <summary>The most bytes of an entry bundle.</summary>
    public const int MaxBundle = TileAddress.Whole * (sizeof(ushort) + EvidenceLeaf.MaxBytes);

    /// <summary>What is kept of the content of 256 leaves.</summary>
    public static string Content(long number) => $"content/{TileAddress.NumberPath(number)}.jsonl";

    /// <summary>Opens a file; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is there and cannot be read.</exception>
    public static FileStream? Open(string folder, string name)
    {
        try
        {
            return File.OpenRead(Path.Combine(folder, name));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"'{name}' cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Reads a file; null where there is none.</summary>
    /// <inheritdoc cref="Read(string, string, int, ref byte[])"/>
    public static byte[]? Read(string folder, string name, int most)
    {
        byte[] buffer = [];
        return Read(folder, name, most, ref buffer) is null ? null : buffer;
    }

    /// <summary>Reads a file into a buffer, or into one of its size where that is too small; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is there and cannot be read, or is larger than such a file is.</exception>
    public static ReadOnlyMemory<byte>? Read(string folder, string name, int most, ref byte[] buffer)
    {
        using var stream = Open(folder, name);
        if (stream is null)
            return null;
        if (stream.Length > most)
            throw new InvalidDataException($"'{name}' takes {stream.Length} bytes, where it has {most} at most.");
        try
        {
            var length = (int)stream.Length;
            if (buffer.Length < length)
                buffer = new byte[length];
            stream.ReadExactly(buffer, 0, length);
            return buffer.AsMemory(0, length);
        }
        catch (IOException failure)
        {
            throw new InvalidDataException($"'{name}' cannot be read: {failure.Message}", failure);
        }
    }
}
