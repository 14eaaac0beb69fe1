using System.Security.Cryptography;

namespace AirsPolicy.Hosting.Tests.Evidence;

/// <summary>The definitions of RFC 6962, section 2.1, word by word, over leaves that lie in a list.</summary>
internal static class NaiveTree
{
    public static byte[] LeafHash(byte[] leaf) => SHA256.HashData([0, .. leaf]);

    public static byte[] Root(ReadOnlySpan<byte[]> leafHashes)
    {
        if (leafHashes.Length == 0)
            return SHA256.HashData([]);
        if (leafHashes.Length == 1)
            return leafHashes[0];
        var k = Split(leafHashes.Length);
        return SHA256.HashData([1, .. Root(leafHashes[..k]), .. Root(leafHashes[k..])]);
    }

    public static List<byte[]> Path(int m, ReadOnlySpan<byte[]> leafHashes)
    {
        if (leafHashes.Length == 1)
            return [];
        var k = Split(leafHashes.Length);
        return m < k
            ? [.. Path(m, leafHashes[..k]), Root(leafHashes[k..])]
            : [.. Path(m - k, leafHashes[k..]), Root(leafHashes[..k])];
    }

    public static List<byte[]> Proof(int m, ReadOnlySpan<byte[]> leafHashes) => SubProof(m, leafHashes, isWhole: true);

    private static List<byte[]> SubProof(int m, ReadOnlySpan<byte[]> leafHashes, bool isWhole)
    {
        if (m == leafHashes.Length)
            return isWhole ? [] : [Root(leafHashes)];
        var k = Split(leafHashes.Length);
        return m <= k
            ? [.. SubProof(m, leafHashes[..k], isWhole), Root(leafHashes[k..])]
            : [.. SubProof(m - k, leafHashes[k..], isWhole: false), Root(leafHashes[..k])];
    }

    private static int Split(int count)
    {
        var k = 1;
        while (k * 2 < count)
            k *= 2;
        return k;
    }
}
