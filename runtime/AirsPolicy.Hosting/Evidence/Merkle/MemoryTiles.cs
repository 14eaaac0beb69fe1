namespace AirsPolicy.Hosting.Evidence.Merkle;

/// <summary>Keeps the tiles of a growing tree in memory: 32 bytes a leaf and a little more.</summary>
internal sealed class MemoryTiles : IHashTiles, ITileSink
{
    private readonly List<List<byte>> _levels = [];

    public void Add(int level, ReadOnlySpan<byte> hash)
    {
        if (level == _levels.Count)
            _levels.Add([]);
        _levels[level].AddRange(hash);
    }

    public ReadOnlyMemory<byte>? Tile(TileAddress address)
    {
        var from = address.Index * TileAddress.Whole * MerkleHash.Size;
        var length = address.Width * MerkleHash.Size;
        return address.Level < _levels.Count && from + length <= _levels[address.Level].Count
            ? _levels[address.Level].GetRange((int)from, length).ToArray()
            : (ReadOnlyMemory<byte>?)null;
    }
}
