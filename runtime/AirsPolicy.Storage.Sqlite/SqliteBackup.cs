using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AirsPolicy.Storage.Sqlite;

/// <summary>Copies a database into another file, some pages at a time; what is written in between is copied too.</summary>
internal sealed class SqliteBackup : IDisposable
{
    private const int Pages = 256;

    private readonly SqliteConnection _copy;
    private readonly sqlite3_backup _backup;

    public SqliteBackup(SqliteConnection connection, string path)
    {
        SqliteFile.Create(path);
        _copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _copy.Open();
        _backup = raw.sqlite3_backup_init(_copy.Handle, "main", connection.Handle, "main");
    }

    /// <summary>Copies some more; false once all is copied.</summary>
    /// <exception cref="SqliteException">It cannot be copied.</exception>
    public bool Step()
    {
        var result = raw.sqlite3_backup_step(_backup, Pages);
        if (result == raw.SQLITE_DONE)
            return false;
        SqliteException.ThrowExceptionForRC(result, _copy.Handle);
        return true;
    }

    public void Dispose()
    {
        raw.sqlite3_backup_finish(_backup);
        _copy.Dispose();
    }
}
