namespace AirsPolicy.Text.Detectors.Builtin.Checks;

/// <summary>The checksum of Bech32 and Bech32m (BIP 173, BIP 350), in small letters.</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const uint Plain = 1, Modified = 0x2BC830A3;

    public static bool IsDigit(char unit) => Alphabet.Contains(unit, StringComparison.Ordinal);

    /// <summary>
    /// Whether a text that begins with the prefix and a 1 carries its checksum: version 0 that of Bech32, later ones that of Bech32m.
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> text, ReadOnlySpan<char> prefix)
    {
        var checksum = 1u;
        foreach (var unit in prefix)
            checksum = Next(checksum, (uint)unit >> 5);
        checksum = Next(checksum, 0);
        foreach (var unit in prefix)
            checksum = Next(checksum, unit & 31u);
        foreach (var unit in text[(prefix.Length + 1)..])
        {
            var value = Alphabet.IndexOf(unit, StringComparison.Ordinal);
            if (value < 0) return false;
            checksum = Next(checksum, (uint)value);
        }
        return checksum == (text[prefix.Length + 1] == 'q' ? Plain : Modified);
    }

    private static uint Next(uint checksum, uint value)
    {
        ReadOnlySpan<uint> generator = [0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3];
        var top = checksum >> 25;
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value;
        for (var i = 0; i < generator.Length; i++)
            checksum ^= (top >> i & 1) == 1 ? generator[i] : 0;
        return checksum;
    }
}
