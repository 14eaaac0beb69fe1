using Microsoft.Data.Sqlite;

namespace AirsPolicy.Storage.Sqlite;

/// <summary>What people do with the file: they check, compact and copy it.</summary>
public sealed partial class SqliteStore
{
    /// <summary>What is wrong with the file itself, a sentence each; empty for nothing.</summary>
    internal IReadOnlyList<string> CheckFile()
    {
        try
        {
            lock (_using)
                return _file.Check();
        }
        catch (SqliteException fault)
        {
            return [fault.Message];
        }
    }

    /// <summary>How much it holds.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    internal StoreFigures Figures()
    {
        try
        {
            var changes = 0L;
            lock (_using)
            {
                _file.ReadState(_ => changes++);
                return new StoreFigures(changes, _file.Leaves(), _file.Contents(), _file.Names());
            }
        }
        catch (SqliteException fault)
        {
            throw new InvalidDataException(StoreFaults.Opening(_path, fault), fault);
        }
    }

    /// <summary>Gives back the room of what has been deleted. No host uses the store.</summary>
    /// <exception cref="IOException">It cannot be compacted.</exception>
    internal void Compact()
    {
        try
        {
            lock (_using)
                _file.Compact();
        }
        catch (SqliteException fault)
        {
            throw new IOException(StoreFaults.Compacting(_path, fault), fault);
        }
    }

    /// <summary>Copies the store into another file while it is used. The copy is the store as it is when the copy is complete.</summary>
    /// <param name="path">The other file, which is not there yet. It is made for its owner alone.</param>
    /// <exception cref="IOException">It is there, or cannot be written.</exception>
    public void Backup(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path))
            throw new IOException($"There is a file '{path}' already.");
        try
        {
            SqliteBackup backup;
            lock (_using)
                backup = _file.BackupTo(path);
            using (backup)
            {
                for (var goesOn = true; goesOn;)
                {
                    lock (_using)
                        goesOn = backup.Step();
                }
            }
        }
        catch (SqliteException fault)
        {
            File.Delete(path);
            throw new IOException($"The store cannot be copied to '{path}': {fault.Message}", fault);
        }
    }
}
