using System.Numerics;

namespace AirsPolicy.Hosting.Evidence.Merkle;

/// <summary>
/// Proofs of RFC 6962, section 2.1, and their verification of RFC 9162, sections 2.1.3.2 and 2.1.4.2. A proof is at most two hashes a
/// level of the tree.
/// </summary>
public static class MerkleProof
{
    /// <summary>Proves that a leaf stands in a tree.</summary>
    /// <param name="index">The index of the leaf.</param>
    /// <param name="size">The size of the tree, greater than the index.</param>
    /// <exception cref="InvalidDataException">A tile is missing, or does not hold as many hashes as it says.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Inclusion(IHashTiles tiles, long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var (hashes, proof) = (new TileHashes(tiles, size), new List<ReadOnlyMemory<byte>>());
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + Split(to - from);
            var isLeft = index < middle;
            proof.Add(isLeft ? hashes.Range(middle, to) : hashes.Range(from, middle));
            (from, to) = isLeft ? (from, middle) : (middle, to);
        }
        proof.Reverse();
        return proof;
    }

    /// <summary>Proves that a tree begins with a smaller one.</summary>
    /// <param name="first">The size of the smaller one, 1 or more.</param>
    /// <param name="second">The size of the tree.</param>
    /// <exception cref="InvalidDataException">A tile is missing, or does not hold as many hashes as it says.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Consistency(IHashTiles tiles, long first, long second)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var (hashes, proof) = (new TileHashes(tiles, second), new List<ReadOnlyMemory<byte>>());
        var (from, to) = (0L, second);
        while (to != first)
        {
            var middle = from + Split(to - from);
            var isLeft = first <= middle;
            proof.Add(isLeft ? hashes.Range(middle, to) : hashes.Range(from, middle));
            (from, to) = isLeft ? (from, middle) : (middle, to);
        }
        // The smaller tree itself is known where it is a whole subtree from the first leaf on.
        if (from > 0)
            proof.Add(hashes.Range(from, to));
        proof.Reverse();
        return proof;
    }

    /// <summary>Whether a leaf of this hash stands at this place in the tree of this root.</summary>
    public static bool VerifyInclusion(
        ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<ReadOnlyMemory<byte>> proof, ReadOnlySpan<byte> root)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size || leafHash.Length != MerkleHash.Size)
            return false;
        var (node, last) = (index, size - 1);
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        leafHash.CopyTo(hash);
        foreach (var sibling in proof)
        {
            if (last == 0 || sibling.Length != MerkleHash.Size)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                MerkleHash.OfNode(sibling.Span, hash, hash);
                Ascend(ref node, ref last);
            }
            else
                MerkleHash.OfNode(hash, sibling.Span, hash);
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && hash.SequenceEqual(root);
    }

    /// <summary>Whether the tree of the second size and root begins with that of the first.</summary>
    public static bool VerifyConsistency(
        long first, ReadOnlySpan<byte> firstRoot, long second, ReadOnlySpan<byte> secondRoot, IReadOnlyList<ReadOnlyMemory<byte>> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (first < 1 || first > second || proof.Any(hash => hash.Length != MerkleHash.Size) || firstRoot.Length != MerkleHash.Size)
            return false;
        if (first == second)
            return proof.Count == 0 && firstRoot.SequenceEqual(secondRoot);
        var isWhole = BitOperations.IsPow2(first);
        if (proof.Count == 0 && !isWhole)
            return false;
        Span<byte> older = stackalloc byte[MerkleHash.Size];
        Span<byte> newer = stackalloc byte[MerkleHash.Size];
        (isWhole ? firstRoot : proof[0].Span).CopyTo(older);
        older.CopyTo(newer);
        var (node, last) = (first - 1, second - 1);
        var zeros = BitOperations.TrailingZeroCount(~node);
        (node, last) = (node >> zeros, last >> zeros);
        foreach (var sibling in proof.Skip(isWhole ? 0 : 1))
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                MerkleHash.OfNode(sibling.Span, older, older);
                MerkleHash.OfNode(sibling.Span, newer, newer);
                Ascend(ref node, ref last);
            }
            else
                MerkleHash.OfNode(newer, sibling.Span, newer);
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && older.SequenceEqual(firstRoot) && newer.SequenceEqual(secondRoot);
    }

    /// <summary>How many of the leaves stand on the left: the greatest power of two that is smaller.</summary>
    internal static long Split(long count) => 1L << BitOperations.Log2((ulong)count - 1);

    // A last node without a sibling is the same node levels above.
    private static void Ascend(ref long node, ref long last)
    {
        while ((node & 1) == 0 && node != 0)
            (node, last) = (node >> 1, last >> 1);
    }
}
