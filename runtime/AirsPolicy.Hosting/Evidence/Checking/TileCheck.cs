using AirsPolicy.Hosting.Evidence.Merkle;

namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>Compares the hashes of a tree with the tiles that a log keeps.</summary>
internal sealed class TileCheck(IHashTiles tiles, long count, FindingList findings) : ITileSink
{
    private readonly List<Level> _levels = [];

    // Leaves that differ from their tiles. Which of the two is wrong says the next checkpoint.
    private long _differing;
    private long _first;
    private bool _isChanged;

    /// <summary>Whether a leaf was found that is not the one that was signed.</summary>
    public bool HasFoundChange => _isChanged;

    public void Add(int level, ReadOnlySpan<byte> hash)
    {
        if (level == _levels.Count)
            _levels.Add(new Level());
        var of = _levels[level];
        var place = (int)(of.Count % TileAddress.Whole) * MerkleHash.Size;
        if (place == 0)
            of.Tile = Read(TileAddress.Of(level, of.Count / TileAddress.Whole, count));
        var index = of.Count++;
        if (of.Tile is not { } tile || tile.Span.Slice(place, MerkleHash.Size).SequenceEqual(hash))
            return;
        if (level == 0)
            _first = _differing++ == 0 ? index : _first;
        else if (_differing == 0 && !_isChanged)
            findings.Add(
                EvidenceFault.TileDiffers,
                null,
                $"'{PathOf(level, index)}' does not hold the root over '{PathOf(level - 1, index * TileAddress.Whole)}'.");
    }

    /// <summary>A checkpoint has told whether the leaves up to here are those that were signed; null where none can tell.</summary>
    public void Settle(bool? isSigned)
    {
        if (_differing == 0)
            return;
        var (first, path, more) = (_first, PathOf(0, _first), _differing > 1 ? $", nor those of {_differing - 1} leaves behind it" : "");
        _differing = 0;
        _isChanged |= isSigned is false;
        if (isSigned is true)
            findings.Add(EvidenceFault.TileDiffers, first, $"'{path}' does not hold the hash of leaf {first}{more}.");
        else
            findings.Add(
                EvidenceFault.Changed,
                first,
                isSigned is null
                    ? $"Leaf {first} or '{path}' was changed: its hash is another{more}; no checkpoint says which."
                    : $"Leaf {first} was changed: its hash is not that in '{path}'{more}.");
    }

    private ReadOnlyMemory<byte>? Read(TileAddress address)
    {
        try
        {
            if (tiles.Tile(address) is not { } tile)
                return null;
            if (tile.Length == address.Width * MerkleHash.Size)
                return tile;
            findings.Add(
                EvidenceFault.Unreadable,
                null,
                $"'{address.Path}' takes {tile.Length} bytes, where its {address.Width} hashes take 32 each.");
        }
        catch (InvalidDataException fault)
        {
            findings.Add(EvidenceFault.Unreadable, null, fault.Message);
        }
        return null;
    }

    private string PathOf(int level, long index) => TileAddress.Of(level, index / TileAddress.Whole, count).Path;

    private sealed class Level
    {
        public ReadOnlyMemory<byte>? Tile { get; set; }

        public long Count { get; set; }
    }
}
