namespace AirsPolicy.Hosting.Evidence.Merkle;

/// <summary>Keeps the tiles of a tree.</summary>
public interface IHashTiles
{
    /// <summary>The hashes of a tile one behind the other, 32 bytes each; null where it is not kept.</summary>
    /// <exception cref="InvalidDataException">It is there and cannot be read; the message says why.</exception>
    ReadOnlyMemory<byte>? Tile(TileAddress address);
}
