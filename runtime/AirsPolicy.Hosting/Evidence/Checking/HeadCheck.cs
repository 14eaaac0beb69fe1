using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>Compares a growing tree with the checkpoints of its log, and with a head that was kept elsewhere.</summary>
internal sealed class HeadCheck : IDisposable
{
    private readonly IEnumerator<ReadOnlyMemory<byte>> _notes;
    private readonly CheckpointKeys _keys;
    private readonly FindingList _findings;
    private readonly TileCheck _tiles;
    private readonly Checkpoint? _expected;
    private string? _origin;
    private Checkpoint? _next;
    private long _notesRead;
    private long _holding;
    private bool _differs;
    private bool _expectedWasMet;

    public HeadCheck(
        IEnumerable<ReadOnlyMemory<byte>> notes, CheckpointKeys keys, Checkpoint? expected, TileCheck tiles, FindingList findings)
    {
        (_notes, _keys, _tiles, _findings) = (notes.GetEnumerator(), keys, tiles, findings);
        _expected = expected is null ? null : Signed(expected, "The expected head");
        Advance();
    }

    /// <summary>How many checkpoints trusted keys have signed.</summary>
    public long Count { get; private set; }

    /// <summary>How many records the greatest of them covers.</summary>
    public long Covered { get; private set; }

    /// <summary>The tree has grown by a leaf, or is empty still.</summary>
    public void Reach(MerkleTree tree)
    {
        for (; _next?.Size == tree.Size; Advance())
            Compare(tree, _next);
        if (_expected?.Size == tree.Size)
            CompareExpected(tree, _expected);
    }

    /// <summary>The tree grows no more.</summary>
    /// <param name="isWhole">Whether all leaves could be read; else it is known already that some are missing.</param>
    public void End(MerkleTree tree, bool isWhole)
    {
        for (; _next is { } ahead; Advance())
        {
            if (isWhole)
                Miss(ahead, tree, $"The checkpoint at {ahead.Size}");
        }
        if (isWhole && _expected is { } head && !_expectedWasMet)
            Miss(head, tree, $"The expected head at {head.Size}");
        if (Count == 0)
            _findings.Add(EvidenceFault.Unsigned, null, "No trusted key has signed a checkpoint of this log.");
        _tiles.Settle(null);
    }

    public void Dispose() => _notes.Dispose();

    private void Compare(MerkleTree tree, Checkpoint checkpoint)
    {
        var isSame = HasRoot(tree, checkpoint);
        _tiles.Settle(isSame);
        if (isSame)
            _holding = tree.Size;
        else if (!_differs && !_tiles.HasFoundChange)
            _findings.Add(
                EvidenceFault.RootDiffers,
                _holding,
                $"The first {tree.Size} records are not those that the checkpoint at {tree.Size} signed"
                + (_holding > 0 ? $"; the first {_holding} are those of an earlier one." : "."));
        _differs |= !isSame;
    }

    private void CompareExpected(MerkleTree tree, Checkpoint head)
    {
        _expectedWasMet = true;
        if (_origin is not null && head.Origin != _origin)
            _findings.Add(EvidenceFault.HeadDiffers, null, $"The expected head is of the log '{head.Origin}', and this is '{_origin}'.");
        else if (!HasRoot(tree, head))
            _findings.Add(
                EvidenceFault.HeadDiffers, null, $"The first {head.Size} records are not those that the expected head signed.");
    }

    private void Miss(Checkpoint ahead, MerkleTree tree, string what)
    {
        if (_origin is not null && ahead.Origin != _origin)
            _findings.Add(EvidenceFault.HeadDiffers, null, $"{what} is of the log '{ahead.Origin}', and this is '{_origin}'.");
        else
            _findings.Add(
                EvidenceFault.Cut, tree.Size, $"{what} signed {ahead.Size - tree.Size} records more than the {tree.Size} that there are.");
    }

    private static bool HasRoot(MerkleTree tree, Checkpoint checkpoint)
    {
        Span<byte> root = stackalloc byte[MerkleHash.Size];
        tree.WriteRoot(root);
        return checkpoint.Root.Span.SequenceEqual(root);
    }

    // To the next checkpoint that counts.
    private void Advance()
    {
        var least = _next?.Size ?? 0;
        _next = null;
        while (_next is null && MoveNext())
        {
            var what = $"Checkpoint {++_notesRead}";
            if (Read(_notes.Current.Span, what) is not { } read)
                continue;
            _origin ??= read.Origin;
            if (read.Origin != _origin)
                _findings.Add(EvidenceFault.HeadDiffers, null, $"{what} is of the log '{read.Origin}', and this is '{_origin}'.");
            else if (read.Size < least)
                _findings.Add(EvidenceFault.Unreadable, null, $"{what} is of {read.Size} records and stands behind one of {least}.");
            else
                (_next, Count, Covered) = (read, Count + 1, read.Size);
        }
    }

    private bool MoveNext()
    {
        try
        {
            return _notes.MoveNext();
        }
        catch (InvalidDataException fault)
        {
            _findings.Add(EvidenceFault.Unreadable, null, fault.Message);
            return false;
        }
    }

    private Checkpoint? Read(ReadOnlySpan<byte> note, string what)
    {
        if (Checkpoint.TryRead(note, out var read, out var reason))
            return Signed(read, what);
        _findings.Add(EvidenceFault.Unreadable, null, $"{what} is not written as checkpoints are: {reason}.");
        return null;
    }

    private Checkpoint? Signed(Checkpoint read, string what)
    {
        if (_keys.SignersOf(read, out var fault) is [_, ..])
            return read;
        _findings.Add(EvidenceFault.Unsigned, null, $"{what}, at {read.Size} records, is signed by no trusted key. {fault}".TrimEnd());
        return null;
    }
}
