using System.Buffers;
using System.Diagnostics;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.State.Changes;
using Microsoft.Data.Sqlite;

namespace AirsPolicy.Storage.Sqlite;

/// <summary>
/// Keeps what a host knows in an SQLite file. One thread writes: what many threads change at once is kept together, with one flush of the
/// disk. What <see cref="Wait"/> has said to be kept is there after a crash of the process or of the machine.
/// </summary>
public sealed partial class SqliteStore : IPolicyStore
{
    private readonly string _path;
    private readonly SqliteStoreOptions _options;
    private readonly SqliteFile _file;
    // Held while the file is used.
    private readonly Lock _using = new();
    // Held while anything is taken or waited for.
    private readonly object _order = new();
    private readonly ArrayBufferWriter<byte> _content = new();
    private PendingGroup _taking = new();
    private PendingGroup _writing = new();
    private Thread? _writer;
    private Action? _rewrite;
    private long _last;
    private long _kept;
    private long _sinceRewrite;
    private long? _rewritten;
    private bool _isRewriting;
    private bool _hasHole;
    private bool _isClosed;
    private string? _fault;
    private long? _faultSince;
    private TimeSpan _latest;

    private SqliteStore(string path, SqliteStoreOptions options, SqliteFile file)
    {
        (_path, _options, _file) = (path, options, file);
        Secret = file.Secret;
        Evidence = new SqliteEvidence(file, _using);
        _last = _kept = file.Next() - 1;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Secret { get; }

    /// <summary>How many pages the file may have, as a disk has no more; for tests.</summary>
    internal int MostPages
    {
        set
        {
            lock (_using)
                _file.MostPages = value;
        }
    }

    /// <summary>How the file is written, by the name of a setting; for tests.</summary>
    internal string Setting(string name)
    {
        lock (_using)
            return _file.Setting(name);
    }

    /// <summary>Nothing is written until the scope is disposed, as on a slow disk; for tests.</summary>
    internal Lock.Scope Held() => _using.EnterScope();

    /// <inheritdoc/>
    public IEvidenceLog Evidence { get; }

    /// <inheritdoc/>
    public StoreHealth Health
    {
        get
        {
            lock (_order)
                return new StoreHealth(_last, _kept, _fault, _faultSince, _latest);
        }
    }

    /// <summary>Opens a store, or makes it: for its owner alone, with the folder that it lies in.</summary>
    /// <param name="path">The file. Beside it lies another with <c>-wal</c>, which belongs to it.</param>
    /// <param name="options">How it keeps, or null for the defaults.</param>
    /// <exception cref="InvalidDataException">It cannot be opened; the message says why and what to do.</exception>
    public static SqliteStore Open(string path, SqliteStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new SqliteStoreOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RewriteAfterChanges, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MostWaitingBytes, nameof(options));
        SqliteFile? file = null;
        try
        {
            file = SqliteFile.Open(path);
            return new SqliteStore(path, options, file);
        }
        catch (Exception fault) when (fault is SqliteException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new InvalidDataException(StoreFaults.Opening(path, fault), fault);
        }
    }

    /// <inheritdoc/>
    public void Restore(Action<ReadOnlySpan<byte>> apply)
    {
        try
        {
            lock (_using)
                _file.ReadState(change =>
                {
                    apply(change);
                    _sinceRewrite++;
                });
        }
        catch (Exception fault) when (fault is SqliteException or InvalidDataException)
        {
            throw new InvalidDataException(
                $"The state in '{_path}' cannot be read: {fault.Message} Put the file aside and begin with a backup.", fault);
        }
    }

    /// <inheritdoc/>
    public void Begin(Action rewrite)
    {
        lock (_order)
        {
            if (_writer is not null)
                throw new InvalidOperationException("The store has begun already.");
            _rewrite = rewrite;
            _writer = new Thread(Write) { IsBackground = true, Name = "airs store" };
            _writer.Start();
        }
    }

    /// <inheritdoc/>
    public long AddState(ReadOnlySpan<byte> change, ChangeRole role)
    {
        lock (_order)
        {
            if (role == ChangeRole.Whole)
                _rewritten ??= _last + 1;
            else
                _sinceRewrite++;
            // While the state has a hole, what changes it says nothing: all of it is written again later.
            if (_hasHole && !_isRewriting)
                return ++_last;
            if (_fault is not null && !_isRewriting && Waiting > _options.MostWaitingBytes)
            {
                _hasHole = true;
                _taking.DropState();
                return ++_last;
            }
            return Take(role == ChangeRole.Whole ? StoredKind.Whole : StoredKind.State, 0, 0, null, change);
        }
    }

    /// <inheritdoc/>
    public long AddLeaf(long index, ReadOnlySpan<byte> leaf, StoredContent? content)
    {
        lock (_order)
        {
            if (_isClosed || _fault is not null && Waiting > _options.MostWaitingBytes)
                return -1;
            var number = Take(StoredKind.Leaf, 0, index, null, leaf);
            if (content is null)
                return number;
            _content.ResetWrittenCount();
            ContentBytes.Write(content, _content);
            return Take(StoredKind.Content, 0, index, null, _content.WrittenSpan);
        }
    }

    /// <inheritdoc/>
    public long AddHash(int level, long index, ReadOnlySpan<byte> hash)
    {
        lock (_order)
            return Take(StoredKind.Hash, level, index, null, hash);
    }

    /// <inheritdoc/>
    public long DeleteContent(IReadOnlyCollection<long> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        lock (_order)
        {
            foreach (var leaf in leaves)
                Take(StoredKind.NoContent, 0, leaf, null, []);
            return _last;
        }
    }

    /// <inheritdoc/>
    public long Put(string name, ReadOnlySpan<byte> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (_order)
            return Take(StoredKind.Named, 0, 0, name, value);
    }

    /// <inheritdoc/>
    public long Remove(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (_order)
            return Take(StoredKind.Unnamed, 0, 0, name, []);
    }

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Named(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        lock (_using)
            return _file.Named(prefix);
    }

    /// <inheritdoc/>
    public string? Wait(long number, TimeSpan atMost)
    {
        var began = Stopwatch.GetTimestamp();
        lock (_order)
        {
            while (_kept < number)
            {
                if (_fault is not null)
                    return _fault;
                if (_isClosed)
                    return StoreFaults.Closed(_path);
                var left = atMost - Stopwatch.GetElapsedTime(began);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_order, left))
                    return _kept >= number ? null : _fault ?? StoreFaults.Slow(_path, atMost);
            }
            return null;
        }
    }

    /// <summary>Keeps what was taken, and closes the file.</summary>
    public void Dispose()
    {
        Thread? writer;
        lock (_order)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            writer = _writer;
            Monitor.PulseAll(_order);
        }
        writer?.Join();
        lock (_using)
            _file.Dispose();
    }

    // What is being written waits as long as it cannot be.
    private long Waiting => (long)_taking.Length + _writing.Length;

    private long Take(StoredKind kind, int level, long index, string? name, ReadOnlySpan<byte> bytes)
    {
        _taking.Add(kind, ++_last, level, index, name, bytes);
        // Whoever waits for something to be kept need not hear of it: only the first wakes the writer.
        if (_taking.Entries.Count == 1)
            Monitor.PulseAll(_order);
        return _last;
    }
}
