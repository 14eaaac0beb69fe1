using System.Numerics;

namespace AirsPolicy.Hosting.Evidence.Merkle;

/// <summary>
/// A tree of RFC 6962 that grows at its end and keeps its frontier alone: the roots of the whole subtrees of which it consists, 2 KiB for
/// any number of leaves. For one thread at a time.
/// </summary>
/// <param name="sink">What takes the hashes for the tiles; null where nothing does.</param>
public sealed class MerkleTree(ITileSink? sink = null)
{
    private const int MaxHeight = 63;

    // At the place of a height stands a root where that bit of the size is set.
    private readonly byte[] _frontier = new byte[MaxHeight * MerkleHash.Size];

    /// <summary>How many leaves it has.</summary>
    public long Size { get; private set; }

    /// <summary>The tree of a size as its tiles have it; more leaves can be appended.</summary>
    /// <exception cref="InvalidDataException">A tile is missing, or does not hold as many hashes as it says.</exception>
    public static MerkleTree Restore(long size, IHashTiles tiles, ITileSink? sink = null)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var tree = new MerkleTree(sink) { Size = size };
        var hashes = new TileHashes(tiles, size);
        for (var height = 0; size >> height > 0; height++)
        {
            if ((size >> height & 1) == 1)
                hashes.Subtree(height, (size >> height) - 1, tree.At(height));
        }
        return tree;
    }

    /// <summary>Appends a leaf.</summary>
    /// <param name="leafHash">Its hash, as <see cref="MerkleHash.OfLeaf"/> gives it.</param>
    public void Append(ReadOnlySpan<byte> leafHash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(leafHash.Length, MerkleHash.Size);
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        leafHash.CopyTo(hash);
        sink?.Add(0, hash);
        var height = 0;
        while ((Size >> height & 1) == 1)
        {
            MerkleHash.OfNode(At(height), hash, hash);
            height++;
            if (height % TileAddress.Height == 0)
                sink?.Add(height / TileAddress.Height, hash);
        }
        hash.CopyTo(At(height));
        Size++;
    }

    /// <summary>Writes the root.</summary>
    /// <param name="root">Where it is written: 32 bytes.</param>
    public void WriteRoot(Span<byte> root)
    {
        if (Size == 0)
        {
            MerkleHash.OfNothing(root);
            return;
        }
        var height = BitOperations.TrailingZeroCount(Size);
        At(height).CopyTo(root);
        while (Size >> ++height > 0)
        {
            if ((Size >> height & 1) == 1)
                MerkleHash.OfNode(At(height), root, root);
        }
    }

    private Span<byte> At(int height) => _frontier.AsSpan(height * MerkleHash.Size, MerkleHash.Size);
}
