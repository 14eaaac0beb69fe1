using System.Buffers;
using System.Security.Cryptography;

namespace AirsPolicy.Hosting.Evidence.Merkle;

/// <summary>The hashes of the tree (RFC 6962, section 2.1): SHA-256, with which a leaf cannot be taken for a node.</summary>
public static class MerkleHash
{
    /// <summary>The bytes of a hash.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int OnStack = 1024;

    /// <summary>The hash of a leaf.</summary>
    /// <param name="hash">Where it is written: 32 bytes.</param>
    public static void OfLeaf(ReadOnlySpan<byte> leaf, Span<byte> hash)
    {
        if (leaf.Length < OnStack)
        {
            Prefixed(leaf, stackalloc byte[OnStack], hash);
            return;
        }
        var rented = ArrayPool<byte>.Shared.Rent(1 + leaf.Length);
        Prefixed(leaf, rented, hash);
        // Leaves hold nothing that must not lie about.
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>The hash of a node over two others.</summary>
    /// <param name="hash">Where it is written: 32 bytes; it may be one of the two.</param>
    public static void OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> input = stackalloc byte[1 + 2 * Size];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Size)..]);
        SHA256.HashData(input, hash);
    }

    /// <summary>The root of a tree without leaves.</summary>
    public static void OfNothing(Span<byte> hash) => SHA256.HashData([], hash);

    private static void Prefixed(ReadOnlySpan<byte> leaf, Span<byte> input, Span<byte> hash)
    {
        input[0] = LeafPrefix;
        leaf.CopyTo(input[1..]);
        SHA256.HashData(input[..(1 + leaf.Length)], hash);
    }
}
