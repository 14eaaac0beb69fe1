using AirsPolicy.Storage.Sqlite;

namespace AirsPolicy.Cli.Storing;

/// <summary>The store of a host that is ended, as a file.</summary>
internal static class StoreFile
{
    /// <summary>Whether a file begins as stores do. What does not is never opened, since that would make a store of it.</summary>
    public static bool Is(string path)
    {
        var mark = "SQLite format 3\0"u8;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Span<byte> start = stackalloc byte[mark.Length];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(mark);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>How many bytes it takes, with what is written ahead of it.</summary>
    public static long BytesOf(string path) =>
        new[] { path, $"{path}-wal" }.Select(part => new FileInfo(part)).Where(file => file.Exists).Sum(file => file.Length);

    /// <summary>Uses the store.</summary>
    /// <exception cref="InvalidDataException">It cannot be opened; the message says why and what to do.</exception>
    public static T Use<T>(string path, Func<SqliteStore, T> use)
    {
        using var store = SqliteStore.Open(path);
        return use(store);
    }
}
