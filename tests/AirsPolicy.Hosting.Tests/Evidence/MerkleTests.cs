using AirsPolicy.Hosting.Evidence.Merkle;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Hosting.Tests.Evidence;

[Trait("Length", "long")]
public sealed class MerkleTests
{
    private const int Most = 600;

    // The leaves and roots of the published test tree of certificate transparency.
    private static readonly string[] s_knownLeaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly byte[][] s_leafHashes =
        [.. Enumerable.Range(0, Most).Select(number => NaiveTree.LeafHash(BitConverter.GetBytes(number)))];

    private static readonly MemoryTiles s_tiles = TilesOf(Most);

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_roots_are_those_that_are_published(int count, string root)
    {
        var tree = new MerkleTree();
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        foreach (var leaf in s_knownLeaves.Take(count))
        {
            MerkleHash.OfLeaf(Convert.FromHexString(leaf), hash);
            tree.Append(hash);
        }
        Assert.Equal(root, Convert.ToHexStringLower(RootOf(tree)));
    }

    [Fact]
    public void A_long_leaf_is_hashed_like_a_short_one()
    {
        foreach (var length in new[] { 0, 1, 1023, 1024, 1025, 65_535 })
        {
            var (leaf, hash) = (new byte[length], new byte[MerkleHash.Size]);
            leaf.AsSpan().Fill(7);
            MerkleHash.OfLeaf(leaf, hash);
            Assert.Equal(NaiveTree.LeafHash(leaf), hash);
        }
    }

    [Fact]
    public void Every_root_is_that_of_the_definition()
    {
        var tree = new MerkleTree();
        for (var size = 0; size < Most; size++)
        {
            Assert.Equal(size, tree.Size);
            Assert.Equal(NaiveTree.Root(s_leafHashes.AsSpan(0, size)), RootOf(tree));
            tree.Append(s_leafHashes[size]);
        }
    }

    [Fact]
    public void A_tree_that_is_restored_goes_on_as_if_it_had_never_stopped()
    {
        for (var size = 0; size < Most; size++)
        {
            var tree = MerkleTree.Restore(size, s_tiles);
            Assert.Equal(NaiveTree.Root(s_leafHashes.AsSpan(0, size)), RootOf(tree));
            tree.Append(s_leafHashes[size]);
            Assert.Equal(NaiveTree.Root(s_leafHashes.AsSpan(0, size + 1)), RootOf(tree));
        }
    }

    // 65,536 leaves fill a tile of the level above.
    [Fact]
    public void Tiles_of_three_levels_restore_the_tree()
    {
        const int Size = 65_536 + 256 + 3;
        var tiles = new MemoryTiles();
        var tree = new MerkleTree(tiles);
        for (var i = 0; i < Size; i++)
            tree.Append(s_leafHashes[i % Most]);
        Assert.Equal(RootOf(tree), RootOf(MerkleTree.Restore(Size, tiles)));
        Assert.NotNull(tiles.Tile(new TileAddress(2, 0, 1)));
        foreach (var index in new long[] { 0, 255, 256, 65_535, 65_536, Size - 1 })
        {
            var proof = MerkleProof.Inclusion(tiles, index, Size);
            Assert.True(MerkleProof.VerifyInclusion(s_leafHashes[index % Most], index, Size, proof, RootOf(tree)));
        }
    }

    [Fact]
    public void A_tile_that_is_missing_or_cut_is_named()
    {
        Assert.Equal(
            "'tile/0/002.p/88' is missing.",
            Assert.Throws<InvalidDataException>(() => MerkleTree.Restore(600, TilesOf(512))).Message);
        Assert.Equal(
            "'tile/0/000.p/2' takes 32 bytes, where its 2 hashes take 32 each.",
            Assert.Throws<InvalidDataException>(() => MerkleProof.Inclusion(new CutTiles(), 0, 2)).Message);
    }

    [Fact]
    public void An_inclusion_proof_is_that_of_the_definition_and_holds()
    {
        Prop.ForAll(Arb.From(Pairs(least: 0)), pair =>
        {
            var (index, size) = (pair.Less, pair.More);
            var leaves = s_leafHashes.AsSpan(0, size);
            var proof = MerkleProof.Inclusion(s_tiles, index, size);
            return Same(NaiveTree.Path(index, leaves), proof)
                && MerkleProof.VerifyInclusion(s_leafHashes[index], index, size, proof, NaiveTree.Root(leaves));
        }).Check(Laws.Config.WithMaxTest(1_000));
    }

    [Fact]
    public void An_inclusion_proof_holds_of_nothing_else()
    {
        Prop.ForAll(Arb.From(Pairs(least: 0)), Arb.From(Gen.Choose(0, int.MaxValue)), (pair, random) =>
        {
            var (index, size) = (pair.Less, pair.More);
            var (root, proof) = (NaiveTree.Root(s_leafHashes.AsSpan(0, size)), MerkleProof.Inclusion(s_tiles, index, size));
            var other = (index + 1 + random % Math.Max(1, size - 1)) % size;
            var leaf = s_leafHashes[index];
            return (other == index || !MerkleProof.VerifyInclusion(leaf, other, size, proof, root))
                && !MerkleProof.VerifyInclusion(s_leafHashes[(index + 1) % Most], index, size, proof, root)
                && !MerkleProof.VerifyInclusion(leaf, index, size, [.. proof, new byte[MerkleHash.Size]], root)
                && (proof.Count == 0 || !MerkleProof.VerifyInclusion(leaf, index, size, Changed(proof, random), root))
                && (proof.Count == 0 || !MerkleProof.VerifyInclusion(leaf, index, size, [.. proof.Skip(1)], root))
                && !MerkleProof.VerifyInclusion(leaf, -1, size, proof, root)
                && !MerkleProof.VerifyInclusion(leaf, size, size, proof, root);
        }).Check(Laws.Config.WithMaxTest(500));
    }

    [Fact]
    public void A_consistency_proof_is_that_of_the_definition_and_holds()
    {
        Prop.ForAll(Arb.From(Pairs(least: 1)), pair =>
        {
            var (first, second) = pair;
            var leaves = s_leafHashes.AsSpan(0, second);
            var proof = MerkleProof.Consistency(s_tiles, first, second);
            var roots = (Old: NaiveTree.Root(leaves[..first]), New: NaiveTree.Root(leaves));
            return Same(NaiveTree.Proof(first, leaves), proof)
                && MerkleProof.VerifyConsistency(first, roots.Old, second, roots.New, proof);
        }).Check(Laws.Config.WithMaxTest(1_000));
    }

    [Fact]
    public void A_consistency_proof_holds_of_nothing_else()
    {
        Prop.ForAll(Arb.From(Pairs(least: 1)), Arb.From(Gen.Choose(0, int.MaxValue)), (pair, random) =>
        {
            var (first, second) = pair;
            var proof = MerkleProof.Consistency(s_tiles, first, second);
            var (older, newer) = (NaiveTree.Root(s_leafHashes.AsSpan(0, first)), NaiveTree.Root(s_leafHashes.AsSpan(0, second)));
            var other = NaiveTree.Root(s_leafHashes.AsSpan(1, first));
            return !MerkleProof.VerifyConsistency(first, other, second, newer, proof)
                && !MerkleProof.VerifyConsistency(first, older, second, other, proof)
                && !MerkleProof.VerifyConsistency(first, older, second, newer, [.. proof, new byte[MerkleHash.Size]])
                && (proof.Count == 0 || !MerkleProof.VerifyConsistency(first, older, second, newer, Changed(proof, random)))
                && (proof.Count == 0 || !MerkleProof.VerifyConsistency(first, older, second, newer, [.. proof.Take(proof.Count - 1)]))
                && !MerkleProof.VerifyConsistency(0, older, second, newer, proof)
                && (first == second || !MerkleProof.VerifyConsistency(second, newer, first, older, proof));
        }).Check(Laws.Config.WithMaxTest(500));
    }

    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 1_234_067, 256, "tile/0/x001/x234/067")]
    [InlineData(1, 999, 3, "tile/1/999.p/3")]
    [InlineData(2, 1_000, 256, "tile/2/x001/000")]
    public void A_tile_lies_where_the_specification_says(int level, long index, int width, string path) =>
        Assert.Equal(path, new TileAddress(level, index, width).Path);

    private static MemoryTiles TilesOf(int count)
    {
        var tiles = new MemoryTiles();
        var tree = new MerkleTree(tiles);
        foreach (var hash in s_leafHashes.AsSpan(0, count))
            tree.Append(hash);
        return tiles;
    }

    private static byte[] RootOf(MerkleTree tree)
    {
        var root = new byte[MerkleHash.Size];
        tree.WriteRoot(root);
        return root;
    }

    // An index below a size, or a size up to another.
    private static Gen<(int Less, int More)> Pairs(int least) =>
        Gen.Choose(1, Most - 1).SelectMany(more => Gen.Choose(least, least == 0 ? more - 1 : more).Select(less => (less, more)));

    private static bool Same(List<byte[]> expected, IReadOnlyList<ReadOnlyMemory<byte>> proof) =>
        expected.Count == proof.Count && expected.Zip(proof).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second.Span));

    private static List<ReadOnlyMemory<byte>> Changed(IReadOnlyList<ReadOnlyMemory<byte>> proof, int random)
    {
        var changed = proof.ToList();
        var hash = changed[random % changed.Count].ToArray();
        hash[random % MerkleHash.Size] ^= (byte)(1 << random % 8);
        changed[random % changed.Count] = hash;
        return changed;
    }

    private sealed class CutTiles : IHashTiles
    {
        public ReadOnlyMemory<byte>? Tile(TileAddress address) => new byte[32];
    }
}
