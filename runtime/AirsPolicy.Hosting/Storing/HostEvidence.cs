using System.Globalization;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Runtime.Audits;

namespace AirsPolicy.Hosting.Storing;

/// <summary>Writes what happens into the log of the store, and signs its head. For any number of threads.</summary>
internal sealed class HostEvidence
{
    private const int SweptAtOnce = 10_000;

    private static readonly TimeSpan s_sweep = TimeSpan.FromHours(1);

    private readonly IPolicyStore _store;
    private readonly EvidenceOptions _options;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _order = new();
    private readonly Lock _signing = new();
    private readonly MerkleTree _tree;
    private long _signed;
    private long _lost;
    // Up to where nothing is to be deleted any more, and what is looked at next.
    private long _swept;
    private long _next;
    private AuditRules? _sweptBy;
    private volatile AuditRules? _rules;
    private DateTimeOffset _nextSweep;

    /// <exception cref="InvalidDataException">The log that is stored cannot be read.</exception>
    public HostEvidence(IPolicyStore store, EvidenceOptions options, TimeProvider clock)
    {
        (_store, _options, _clock) = (store, options, clock);
        var log = store.Evidence;
        _tree = MerkleTree.Restore(log.Count, log, new StoredHashes(store, log.Count));
        _signed = Checkpoints.LastSize(store);
        _timer = clock.CreateTimer(_ => SignLatest(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (_signed < _tree.Size)
            _timer.Change(options.SignAfter, Timeout.InfiniteTimeSpan);
    }

    public EvidenceOptions Options => _options;

    /// <summary>For how long content is kept, by the policy that decides.</summary>
    public AuditRules Rules
    {
        set => _rules = value;
    }

    /// <summary>Records what has happened.</summary>
    /// <returns>Its number in the store; null where it cannot be kept, which is counted.</returns>
    public long? Record(EvidenceRecord record)
    {
        try
        {
            var content = StoredContent.Of(record);
            lock (_order)
            {
                if (_lost > 0 && Append(new EvidenceRecord(EvidenceKind.Gap, record.Time) { Lost = _lost }, null) is not null)
                    _lost = 0;
                if (_lost == 0 && Append(record, content) is { } number)
                    return number;
                _lost++;
                return null;
            }
        }
        // What cannot be written, as a name that no leaf can have, or kept, is lost and counted like the rest.
        catch (Exception)
        {
            Miss();
            return null;
        }
    }

    /// <summary>Counts a record that could not be made.</summary>
    public void Miss()
    {
        lock (_order)
            _lost++;
    }

    /// <summary>Signs the head as it is, if it is not yet signed.</summary>
    /// <returns>The number of the checkpoint in the store; 0 where there is none to sign.</returns>
    public long Sign()
    {
        lock (_order)
        {
            if (_tree.Size == _signed)
                return 0;
            Span<byte> root = stackalloc byte[MerkleHash.Size];
            _tree.WriteRoot(root);
            var number = Checkpoints.Put(_store, _options.Signer.Sign(_options.Origin, _tree.Size, root));
            _signed = _tree.Size;
            return number;
        }
    }

    private long? Append(EvidenceRecord record, StoredContent? content)
    {
        var leaf = EvidenceLeaf.Write(_tree.Size, record, content);
        if (_store.AddLeaf(_tree.Size, leaf, content) is not (>= 0 and var number))
            return null;
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        MerkleHash.OfLeaf(leaf, hash);
        _tree.Append(hash);
        // The clock signs, so that what is recorded is recorded whatever becomes of the signature.
        if (_tree.Size - _signed == 1 || (_tree.Size - _signed) % _options.SignAfterRecords == 0)
            _timer.Change(_tree.Size - _signed == 1 ? _options.SignAfter : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return number;
    }

    // On a thread of the clock: nothing may leave it.
    private void SignLatest()
    {
        // One at a time: a record may have it fire again while it looks through the log.
        if (!_signing.TryEnter())
            return;
        var failed = true;
        try
        {
            Sign();
            Sweep(_clock.GetUtcNow());
            failed = false;
        }
        catch (Exception)
        {
            // A signer that is disposed of, or a file that cannot be read: it is tried again, and the check finds what is not signed.
        }
        finally
        {
            _signing.Exit();
            // What came meanwhile must not wait for the next hour.
            lock (_order)
                _timer.Change(failed || (_next == _swept && _tree.Size == _signed) ? s_sweep : _options.SignAfter, Timeout.InfiniteTimeSpan);
        }
    }

    // Deletes the content whose time is over: a slice of the log at a time, and all of it each hour. What is over or kept for ever is passed
    // over from then on, as long as the policy says the same.
    private void Sweep(DateTimeOffset now)
    {
        if (_rules is not { } rules || (_next == _swept && now < _nextSweep))
            return;
        if (!ReferenceEquals(rules, _sweptBy))
            (_sweptBy, _swept, _next) = (rules, 0, 0);
        if (_next == _swept)
            _nextSweep = now + s_sweep;
        var log = _store.Evidence;
        var end = Math.Min(_next + SweptAtOnce, log.Count);
        var due = new List<long>();
        foreach (var bytes in log.Leaves(_next, end))
        {
            var index = _next++;
            // One that cannot be read is the check's to find.
            if (!EvidenceLeaf.TryRead(bytes.Span, out var leaf, out _))
                continue;
            var most = rules.Retentions.FirstOrDefault(retention => retention.Kind == RecordedKinds.Of(leaf.Kind))?.Most;
            var isOver = most is { } ticks && now - leaf.Time >= TimeSpan.FromTicks(ticks);
            if (isOver && leaf.Content.Count > 0 && log.Content(index) is not null)
                due.Add(index);
            if (_swept == index && (isOver || most is null))
                _swept++;
        }
        if (_next >= log.Count)
            _next = _swept;
        if (due.Count > 0)
            _store.DeleteContent(due);
    }

    private sealed class StoredHashes(IPolicyStore store, long size) : ITileSink
    {
        private readonly long[] _next = [.. Enumerable.Range(0, 8).Select(level => size >> (8 * level))];

        public void Add(int level, ReadOnlySpan<byte> hash)
        {
            // Those of the leaves follow from the leaves.
            if (level > 0)
                store.AddHash(level, _next[level]++, hash);
        }
    }

    /// <summary>The checkpoints among what the store keeps by name.</summary>
    private static class Checkpoints
    {
        private const string Head = "head";

        public static long LastSize(IPolicyStore store) =>
            store.Named(Head) is [var head] && Checkpoint.TryRead(head.Value, out var last, out _) ? last.Size : 0;

        public static long Put(IPolicyStore store, Checkpoint checkpoint)
        {
            var note = checkpoint.Write();
            store.Put(string.Create(CultureInfo.InvariantCulture, $"checkpoint/{checkpoint.Size:D19}"), note);
            return store.Put(Head, note);
        }
    }
}
