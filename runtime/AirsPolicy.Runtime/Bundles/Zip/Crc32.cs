namespace AirsPolicy.Runtime.Bundles.Zip;

/// <summary>The check sum of ZIP entries (ISO 3309). It finds accidents; digests find intent.</summary>
internal static class Crc32
{
    private static readonly uint[] s_table = Table();

    public static uint Of(ReadOnlySpan<byte> content)
    {
        var sum = uint.MaxValue;
        foreach (var value in content)
            sum = s_table[(byte)(sum ^ value)] ^ sum >> 8;
        return ~sum;
    }

    private static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var sum = i;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) != 0 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
            table[i] = sum;
        }
        return table;
    }
}
