namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>
/// The checksum of GitHub's and npm's tokens: behind the prefix stand random characters and, in the last six, their CRC-32 in base 62
/// (GitHub, Behind GitHub's new authentication token formats).
/// </summary>
internal static class Base62Checksum
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Prefix = 4, Digits = 6;
    private const uint Polynomial = 0xEDB88320;

    public static bool IsRight(ReadOnlySpan<char> token)
    {
        var checksum = 0L;
        foreach (var digit in token[^Digits..])
            checksum = 62 * checksum + Alphabet.IndexOf(digit, StringComparison.Ordinal);
        return checksum == Crc32(token[Prefix..^Digits]);
    }

    // ISO-HDLC, as zlib has it, bit by bit: tokens are short and rare.
    private static uint Crc32(ReadOnlySpan<char> ascii)
    {
        var crc = uint.MaxValue;
        foreach (var unit in ascii)
        {
            crc ^= unit;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (Polynomial & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}
