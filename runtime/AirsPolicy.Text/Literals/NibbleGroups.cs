using System.Runtime.Intrinsics;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Text.Literals;

/// <summary>
/// Grams of three units in eight groups. Of each group it is known which units stand at each of the three places, by the halves of the byte
/// that they are, so that one look into a vector of sixteen for each half tells of thirty-two places in which groups they can be. The fewer
/// grams a group has, and the more alike they are, the less else passes for one.
/// </summary>
internal sealed class NibbleGroups
{
    /// <summary>How many units a gram has.</summary>
    public const int Width = 3;

    private const int Count = 8, Halves = 16;

    private static readonly double[] s_weights =
    [
        .. Enumerable.Range(0, 128).Select(unit => unit is >= ' ' and < 127 ? (0.5 + CharacterWeights.Of((char)unit)) / 1_000 : 0),
    ];

    // By group and place: a bit for each half that is there.
    private readonly ushort[,] _lower = new ushort[Count, Width];
    private readonly ushort[,] _upper = new ushort[Count, Width];
    private readonly double[] _shares = new double[Count];

    /// <param name="grams">The grams, of ASCII.</param>
    public NibbleGroups(IEnumerable<string> grams)
    {
        // What is common has a group to itself, as long as there are some.
        foreach (
            var gram in grams
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(gram => Gram.Weight(gram))
                .ThenBy(gram => gram, StringComparer.Ordinal))
        {
            var group = Enumerable.Range(0, Count).MinBy(group => ShareOf(group, gram) - _shares[group]);
            _shares[group] = ShareOf(group, gram);
            Add(group, gram);
        }

        Share = _shares.Sum();
    }

    /// <summary>Of how many places in an ordinary text a gram of some group can be there, about.</summary>
    public double Share { get; }

    /// <summary>
    /// For each of the three places two vectors: by the lower half of a unit, and by the upper, the groups in which it stands there, a bit
    /// for each.
    /// </summary>
    public Vector256<byte>[] ToVectors() =>
        [.. from place in Enumerable.Range(0, Width) from halves in new[] { _lower, _upper } select Vector(halves, place)];

    private static byte ByteOf(char unit) => (byte)(unit | 0x20);

    private static Vector256<byte> Vector(ushort[,] halves, int place)
    {
        Span<byte> groups = stackalloc byte[2 * Halves];
        for (var index = 0; index < groups.Length; index++)
        {
            for (var group = 0; group < Count; group++) groups[index] |= (byte)((halves[group, place] >> index % Halves & 1) << group);
        }

        return Vector256.Create<byte>(groups);
    }

    private void Add(int group, string gram)
    {
        for (var place = 0; place < Width; place++)
        {
            _lower[group, place] |= (ushort)(1 << (ByteOf(gram[place]) & 15));
            _upper[group, place] |= (ushort)(1 << (ByteOf(gram[place]) >> 4));
        }
    }

    // Of how many places a group can be there, with one more gram.
    private double ShareOf(int group, string more)
    {
        var share = 1.0;
        for (var place = 0; place < Width; place++)
        {
            var (lower, upper) = (
                _lower[group, place] | 1 << (ByteOf(more[place]) & 15),
                _upper[group, place] | 1 << (ByteOf(more[place]) >> 4));
            var weight = 0.0;
            for (var unit = 0; unit < s_weights.Length; unit++)
            {
                if ((lower >> (unit & 15) & upper >> (unit >> 4) & 1) != 0) weight += s_weights[unit];
            }

            share *= weight;
        }

        return share;
    }
}
