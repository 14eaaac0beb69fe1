using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AirsPolicy.Storage.Sqlite;

/// <summary>What is wrong with a store, and what to do, for the person who has to mend it.</summary>
internal static class StoreFaults
{
    /// <summary>Why it cannot be opened.</summary>
    public static string Opening(string path, Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } =>
            $"The store '{path}' is in use: another process has it open. A store is of one host: give each its own file, or end the " +
            "other. To look into it while its host runs, have the application make a copy ('SqliteStore.Backup') and look into that.",
        SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT } =>
            $"The store '{path}' is damaged or no store. Put it aside and begin with a backup ('airs store check' says what is wrong).",
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM } =>
            $"The store '{path}' cannot be written: give the user of this process the right to write the file and its folder.",
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => Full(path),
        InvalidDataException => $"The store '{path}' {fault.Message}.",
        _ => $"The store '{path}' cannot be opened: {fault.Message}",
    };

    /// <summary>Why nothing can be kept.</summary>
    public static string Keeping(string path, Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => Full(path),
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_PERM } =>
            $"The store '{path}' cannot be written any more: the file or its folder is read-only.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } =>
            $"The store '{path}' is damaged. End the host, put the file aside and begin with a backup.",
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } sqlite =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"The disk of the store '{path}' fails (error {sqlite.SqliteExtendedErrorCode}). It is tried again; look at the disk."),
        _ => $"The store '{path}' cannot keep what the host changes: {fault.Message}",
    };

    /// <summary>Why it cannot be compacted.</summary>
    public static string Compacting(string path, Exception fault) =>
        $"The store '{path}' cannot be compacted, and stays as it is: {fault.Message} It takes as much free room as the store itself.";

    /// <summary>Whether the file is damaged, and not only out of reach.</summary>
    public static bool IsDamage(Exception? fault) =>
        fault is SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT };

    /// <summary>It takes longer than is waited for.</summary>
    public static string Slow(string path, TimeSpan waited) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The store '{path}' has not kept it within {waited.TotalSeconds:0.###} s. It goes on by itself; look at the load of its disk."
        );

    /// <summary>The host has ended.</summary>
    public static string Closed(string path) => $"The store '{path}' is closed.";

    private static string Full(string path) =>
        $"The disk of the store '{path}' is full. Make room: it goes on by itself then, and nothing that was kept is lost.";
}
