using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Cli.Auditing;

/// <summary>Opens what a command line names.</summary>
internal static class AuditedLog
{
    private static readonly ILogSource[] s_sources = [new FolderSource(), new StoreSource()];

    /// <summary>Uses a log.</summary>
    /// <exception cref="UsageException">There is none, or it cannot be read.</exception>
    public static T Use<T>(string path, Func<IEvidenceLog, T> use)
    {
        var source = Array.Find(s_sources, source => source.Knows(path)) ?? throw new UsageException($"There is no evidence at '{path}'.");
        try
        {
            return source.Use(path, use);
        }
        catch (InvalidDataException fault)
        {
            throw new UsageException($"The evidence at '{path}' cannot be read: {fault.Message}");
        }
    }

    /// <summary>Reads the note of a checkpoint.</summary>
    /// <exception cref="UsageException">The file cannot be read, or holds none.</exception>
    public static Checkpoint ReadHead(string path)
    {
        var note = ReadFile(path, Checkpoint.MaxBytes);
        return Checkpoint.TryRead(note, out var head, out var reason)
            ? head
            : throw new UsageException($"'{path}' is no checkpoint: {reason}.");
    }

    /// <summary>The latest checkpoint of a log.</summary>
    /// <exception cref="InvalidDataException">There is none that can be read.</exception>
    public static Checkpoint HeadOf(IEvidenceLog log)
    {
        var note = log.Checkpoints().LastOrDefault();
        return Checkpoint.TryRead(note.Span, out var head, out var reason)
            ? head
            : throw new InvalidDataException($"The latest checkpoint cannot be read: {reason}.");
    }

    /// <summary>Reads a file that is not larger than it should be.</summary>
    public static byte[] ReadFile(string path, int most)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: var length } && length > most)
                throw new UsageException($"'{path}' takes {length} bytes, where it has {most} at most.");
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unreadable($"'{path}'", path, failure);
        }
    }
}
