namespace AirsPolicy.Hosting.Evidence.Merkle;

/// <summary>Gathers hashes into tiles: a tile a level in memory.</summary>
/// <param name="write">Takes a tile that is whole; its bytes are written over after the call.</param>
internal sealed class TileBuffers(Action<TileAddress, ReadOnlyMemory<byte>> write) : ITileSink
{
    private readonly List<(byte[] Hashes, long Count)> _levels = [];

    public void Add(int level, ReadOnlySpan<byte> hash)
    {
        if (level == _levels.Count)
            _levels.Add((new byte[TileAddress.Whole * MerkleHash.Size], 0));
        var (hashes, count) = _levels[level];
        hash.CopyTo(hashes.AsSpan((int)(count % TileAddress.Whole) * MerkleHash.Size));
        _levels[level] = (hashes, ++count);
        if (count % TileAddress.Whole == 0)
            write(new TileAddress(level, count / TileAddress.Whole - 1, TileAddress.Whole), hashes);
    }

    /// <summary>The tiles at the end that are not whole.</summary>
    public IEnumerable<(TileAddress Address, ReadOnlyMemory<byte> Hashes)> Partial() =>
        from level in _levels.Index()
        let width = (int)(level.Item.Count % TileAddress.Whole)
        where width > 0
        select (
            new TileAddress(level.Index, level.Item.Count / TileAddress.Whole, width),
            (ReadOnlyMemory<byte>)level.Item.Hashes.AsMemory(0, width * MerkleHash.Size));
}
