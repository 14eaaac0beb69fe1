using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace AirsPolicy.Storage.Sqlite;

/// <summary>
/// The file: its tables, and what is written and read of them. One connection, one thread at a time. A group is written as a whole or not
/// at all, and is on the disk when <see cref="Write"/> returns.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private const int Format = 1;

    // A row of changes holds at most about so much.
    private const int RowBytes = 1024 * 1024;

    private const string Tables = """
        CREATE TABLE about(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE state(first INTEGER PRIMARY KEY, changes BLOB NOT NULL);
        CREATE TABLE leaf(n INTEGER PRIMARY KEY, leaf BLOB NOT NULL);
        CREATE TABLE hash(level INTEGER, n INTEGER, hash BLOB NOT NULL, PRIMARY KEY(level, n)) WITHOUT ROWID;
        CREATE TABLE content(n INTEGER PRIMARY KEY, content BLOB NOT NULL);
        CREATE TABLE named(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _state;
    private readonly SqliteCommand _leaf;
    private readonly SqliteCommand _hash;
    private readonly SqliteCommand _content;
    private readonly SqliteCommand _noContent;
    private readonly SqliteCommand _named;
    private readonly SqliteCommand _unnamed;
    private byte[] _row = new byte[4096];
    private bool _mustTruncate;

    private SqliteFile(SqliteConnection connection)
    {
        _connection = connection;
        Secret = About("secret") ?? throw new InvalidDataException("has no secret");
        _state = Command("INSERT INTO state VALUES($1, $2)");
        _leaf = Command("INSERT INTO leaf VALUES($1, $2)");
        _hash = Command("INSERT INTO hash VALUES($1, $2, $3)");
        _content = Command("INSERT INTO content VALUES($1, $2)");
        _noContent = Command("DELETE FROM content WHERE n = $1");
        _named = Command("INSERT INTO named VALUES($1, $2) ON CONFLICT(name) DO UPDATE SET value = excluded.value");
        _unnamed = Command("DELETE FROM named WHERE name = $1");
    }

    public byte[] Secret { get; }

    /// <summary>How often contents were deleted since it was opened.</summary>
    public long Deletions { get; private set; }

    /// <summary>How many pages the file may have.</summary>
    public int MostPages
    {
        set => Execute(_connection, $"PRAGMA max_page_count = {value}");
    }

    /// <summary>Opens a file, or makes it.</summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    /// <exception cref="InvalidDataException">It is something else; the message says what.</exception>
    public static SqliteFile Open(string path)
    {
        Create(path);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            // Before WAL: a second process is refused then, and no memory is shared through a mapped file.
            Execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
            Execute(connection, "PRAGMA busy_timeout = 200");
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = FULL");
            Execute(connection, "PRAGMA secure_delete = ON");
            Execute(connection, "PRAGMA wal_autocheckpoint = 10000");
            Prepare(connection);
            return new SqliteFile(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The number after the last that was kept.</summary>
    public long Next()
    {
        using var command = Command("SELECT first, changes FROM state ORDER BY first DESC LIMIT 1");
        using var reader = command.ExecuteReader();
        return reader.Read() ? reader.GetInt64(0) + Changes(reader.GetFieldValue<byte[]>(1)).Count : 1;
    }

    /// <summary>Reads every change of the state that counts, in order.</summary>
    public void ReadState(Action<ReadOnlySpan<byte>> apply)
    {
        using var command = Command("SELECT changes FROM state ORDER BY first");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = reader.GetFieldValue<byte[]>(0);
            foreach (var (start, length) in Changes(row))
                apply(row.AsSpan(start, length));
        }
    }

    public List<KeyValuePair<string, byte[]>> Named(string prefix)
    {
        using var command = Command("SELECT name, value FROM named WHERE name >= $1 AND name < $2 ORDER BY name");
        command.Parameters[0].Value = prefix;
        // Behind every name that begins so.
        command.Parameters[1].Value = prefix + "\U0010FFFF";
        using var reader = command.ExecuteReader();
        var named = new List<KeyValuePair<string, byte[]>>();
        while (reader.Read())
            named.Add(new(reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        return named;
    }

    public long Contents() => Number("SELECT count(*) FROM content");

    public long Names() => Number("SELECT count(*) FROM named");

    public long Leaves() => Number("SELECT coalesce(max(n) + 1, 0) FROM leaf");

    public void ReadLeaves(long from, long count, Action<long, byte[]> read) => Read("leaf", from, count, read);

    public void ReadContents(long from, long count, Action<long, byte[]> read) => Read("content", from, count, read);

    public void ReadHashes(int level, long from, long count, Action<long, byte[]> read)
    {
        using var command = Command("SELECT n, hash FROM hash WHERE n >= $1 AND n < $2 AND level = $3 ORDER BY n");
        command.Parameters[2].Value = level;
        Read(command, from, count, read);
    }

    /// <summary>Keeps a group, all of it or nothing.</summary>
    /// <param name="group">What is kept.</param>
    /// <param name="from">The number of the first change that says the state again: all before it goes. Null for none.</param>
    public void Write(PendingGroup group, long? from)
    {
        Execute(_connection, "BEGIN IMMEDIATE");
        try
        {
            if (from is { } first)
                Execute(_connection, $"DELETE FROM state WHERE first < {first}");
            var deletes = WriteEntries(group, from);
            Execute(_connection, "COMMIT");
            _mustTruncate |= deletes;
            if (deletes)
                Deletions++;
        }
        catch
        {
            try
            {
                Execute(_connection, "ROLLBACK");
            }
            catch (SqliteException)
            {
                // The failure itself has ended the transaction.
            }
            throw;
        }
        Truncate();
    }

    // A deleted content is no more in the file, and may still be in what was written ahead of it. The group is kept whatever comes of this,
    // which is tried again behind the next.
    private void Truncate()
    {
        if (!_mustTruncate)
            return;
        try
        {
            Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            _mustTruncate = false;
        }
        catch (SqliteException)
        {
            // As on a full disk.
        }
    }

    /// <summary>What is wrong with the file itself; empty for nothing.</summary>
    public List<string> Check()
    {
        using var command = Command("PRAGMA integrity_check");
        using var reader = command.ExecuteReader();
        var wrong = new List<string>();
        while (reader.Read())
            wrong.Add(reader.GetString(0));
        return wrong is ["ok"] ? [] : wrong;
    }

    /// <summary>A setting of the connection.</summary>
    public string Setting(string name)
    {
        using var command = Command($"PRAGMA {name}");
        return $"{command.ExecuteScalar()}";
    }

    /// <summary>Gives back the room of what has been deleted.</summary>
    public void Compact()
    {
        Execute(_connection, "VACUUM");
        Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Copies some pages into another file; false once all are there.</summary>
    public SqliteBackup BackupTo(string path) => new(_connection, path);

    public void Dispose()
    {
        foreach (var command in new[] { _state, _leaf, _hash, _content, _noContent, _named, _unnamed })
            command.Dispose();
        _connection.Dispose();
    }

    private bool WriteEntries(PendingGroup group, long? from)
    {
        var (deletes, length, first, last) = (false, 0, 0L, 0L);
        foreach (var entry in group.Entries)
        {
            var bytes = group.Bytes(entry);
            switch (entry.Kind)
            {
                case StoredKind.State or StoredKind.Whole:
                    if (from > entry.Number)
                        continue;
                    // The numbers of a row follow on one another.
                    if (length >= RowBytes || entry.Number != last + 1)
                        length = WriteRow(first, length);
                    if (length == 0)
                        first = entry.Number;
                    length = Append(length, bytes);
                    last = entry.Number;
                    break;
                case StoredKind.Leaf:
                    Run(_leaf, entry.Index, bytes.ToArray());
                    break;
                case StoredKind.Hash:
                    Run(_hash, entry.Level, entry.Index, bytes.ToArray());
                    break;
                case StoredKind.Content:
                    Run(_content, entry.Index, bytes.ToArray());
                    break;
                case StoredKind.NoContent:
                    Run(_noContent, entry.Index);
                    deletes = true;
                    break;
                case StoredKind.Named:
                    Run(_named, entry.Name!, bytes.ToArray());
                    break;
                case StoredKind.Unnamed:
                    Run(_unnamed, entry.Name!);
                    break;
            }
        }
        WriteRow(first, length);
        return deletes;
    }

    private int WriteRow(long first, int length)
    {
        if (length > 0)
            Run(_state, first, _row.AsSpan(0, length).ToArray());
        return 0;
    }

    private int Append(int length, ReadOnlySpan<byte> change)
    {
        var end = length + sizeof(int) + change.Length;
        if (end > _row.Length)
            Array.Resize(ref _row, Math.Max(end, 2 * _row.Length));
        BinaryPrimitives.WriteInt32LittleEndian(_row.AsSpan(length), change.Length);
        change.CopyTo(_row.AsSpan(length + sizeof(int)));
        return end;
    }

    private static List<(int Start, int Length)> Changes(byte[] row)
    {
        var changes = new List<(int, int)>();
        for (var at = 0; at < row.Length;)
        {
            var length = row.Length - at >= sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(row.AsSpan(at)) : -1;
            at += sizeof(int);
            if (length < 0 || length > row.Length - at)
                throw new InvalidDataException("a row of changes is damaged");
            changes.Add((at, length));
            at += length;
        }
        return changes;
    }

    private void Read(string table, long from, long count, Action<long, byte[]> read)
    {
        using var command = Command($"SELECT * FROM {table} WHERE n >= $1 AND n < $2 ORDER BY n");
        Read(command, from, count, read);
    }

    private static void Read(SqliteCommand command, long from, long count, Action<long, byte[]> read)
    {
        command.Parameters[0].Value = from;
        command.Parameters[1].Value = from + count;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            read(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    private byte[]? About(string name)
    {
        using var command = Command("SELECT value FROM about WHERE name = $1");
        command.Parameters[0].Value = name;
        return command.ExecuteScalar() as byte[];
    }

    private long Number(string sql)
    {
        using var command = Command(sql);
        return (long)command.ExecuteScalar()!;
    }

    // Commands are constants of this file; what varies is bound.
#pragma warning disable CA2100
    private SqliteCommand Command(string sql)
    {
        var command = new SqliteCommand(sql, _connection);
        for (var number = 1; sql.Contains($"${number}", StringComparison.Ordinal); number++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    /// <summary>Makes a file where there is none: for its owner alone, before anything is in it.</summary>
    public static void Create(string path)
    {
        if (File.Exists(path))
            return;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }

    private static void Prepare(SqliteConnection connection)
    {
        using var version = new SqliteCommand("PRAGMA user_version", connection);
        switch ((long)version.ExecuteScalar()!)
        {
            case Format:
                return;
            case 0:
                break;
            case var other:
                throw new InvalidDataException($"is of format {other}, and this version knows {Format}");
        }
        using var tables = new SqliteCommand("SELECT count(*) FROM sqlite_schema", connection);
        if ((long)tables.ExecuteScalar()! != 0)
            throw new InvalidDataException("is a database of something else");
        Execute(connection, "BEGIN IMMEDIATE");
        Execute(connection, Tables);
        using var secret = new SqliteCommand("INSERT INTO about VALUES('secret', $1)", connection);
        secret.Parameters.AddWithValue("$1", RandomNumberGenerator.GetBytes(32));
        secret.ExecuteNonQuery();
        Execute(connection, $"PRAGMA user_version = {Format}");
        Execute(connection, "COMMIT");
    }
}
