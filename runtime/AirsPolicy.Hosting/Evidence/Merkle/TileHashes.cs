using System.Numerics;

namespace AirsPolicy.Hosting.Evidence.Merkle;

/// <summary>Reads hashes of a tree out of its tiles.</summary>
/// <param name="size">The size of the tree.</param>
internal sealed class TileHashes(IHashTiles tiles, long size)
{
    /// <summary>The root over the leaves from one up to another, as RFC 6962 defines it.</summary>
    /// <exception cref="InvalidDataException">A tile is missing, or does not hold as many hashes as it says.</exception>
    public byte[] Range(long from, long to)
    {
        var root = new byte[MerkleHash.Size];
        Range(from, to, root);
        return root;
    }

    private void Range(long from, long to, Span<byte> root)
    {
        var count = to - from;
        if (BitOperations.IsPow2(count))
        {
            var height = BitOperations.Log2((ulong)count);
            Subtree(height, from >> height, root);
            return;
        }
        var middle = from + MerkleProof.Split(count);
        Span<byte> right = stackalloc byte[MerkleHash.Size];
        Range(from, middle, root);
        Range(middle, to, right);
        MerkleHash.OfNode(root, right, root);
    }

    /// <summary>The root of a whole subtree.</summary>
    /// <param name="height">Of the subtree: it has 2 to that power leaves.</param>
    /// <param name="index">Which of the subtrees of that height.</param>
    /// <inheritdoc cref="Range(long, long)"/>
    public void Subtree(int height, long index, Span<byte> root)
    {
        var inTile = height % TileAddress.Height;
        var first = index << inTile;
        var tile = Tile(height / TileAddress.Height, first / TileAddress.Whole);
        Span<byte> hashes = stackalloc byte[(TileAddress.Whole >> 1) * MerkleHash.Size];
        tile.Slice((int)(first % TileAddress.Whole) * MerkleHash.Size, MerkleHash.Size << inTile).CopyTo(hashes);
        for (var count = 1 << inTile; count > 1; count >>= 1)
        {
            for (var pair = 0; pair < count / 2; pair++)
                MerkleHash.OfNode(At(hashes, 2 * pair), At(hashes, 2 * pair + 1), At(hashes, pair));
        }
        At(hashes, 0).CopyTo(root);
    }

    private ReadOnlySpan<byte> Tile(int level, long index)
    {
        var address = TileAddress.Of(level, index, size);
        if (tiles.Tile(address) is not { } tile)
            throw new InvalidDataException($"'{address.Path}' is missing.");
        return tile.Length == address.Width * MerkleHash.Size
            ? tile.Span
            : throw new InvalidDataException($"'{address.Path}' takes {tile.Length} bytes, where its {address.Width} hashes take 32 each.");
    }

    private static Span<byte> At(Span<byte> hashes, int index) => hashes.Slice(index * MerkleHash.Size, MerkleHash.Size);
}
