using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Ethereum addresses: 0x and forty hexadecimal digits. Where capitals and small letters are mixed they are the checksum (EIP-55) and have
/// to be right. Addresses of a few different digits are nobody's.
/// </summary>
[BuiltinDetector(
    "pii.ethereum_address",
    Summary = "Finds Ethereum addresses, by their checksum where they carry one.",
    Source = "EIP-55, Mixed-case checksum address encoding, https://eips.ethereum.org/EIPS/eip-55"
)]
internal sealed class EthereumAddress : IBuiltinDetector
{
    private const int Digits = 40, FewDifferent = 4;

    public TextViewKind View => TextViewKind.Plain;

    public RequiredParts Required { get; } = RequiredParts.AnyOf("0x");

    public BuiltinWindow Window { get; } = new(WindowUnits.LettersAndDigits, Gap: 0, Digits + 2, Before: 0, After: 0, Context: 2);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var plain = text.Text;
        for (var from = 0; plain[from..].IndexOf("0x", StringComparison.Ordinal) is var index and >= 0;)
        {
            var start = from + index;
            from = start + 2;
            if (start > 0 && char.IsAsciiLetterOrDigit(plain[start - 1]) || plain.Length - from < Digits) continue;
            var end = from + Digits;
            if (end < plain.Length && char.IsAsciiLetterOrDigit(plain[end])) continue;
            if (!IsAddress(plain[from..end])) continue;
            matches.Add(new TextSpan(start, end));
            from = end;
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> digits)
    {
        var different = 0UL;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit)) return false;
            different |= 1UL << (digit & 31);
        }
        if (System.Numerics.BitOperations.PopCount(different) <= FewDifferent) return false;
        return !digits.ContainsAnyInRange('A', 'F') || !digits.ContainsAnyInRange('a', 'f') || HasChecksum(digits);
    }

    // A letter is a capital where the hash of the small letters has a digit of 8 or more.
    private static bool HasChecksum(ReadOnlySpan<char> digits)
    {
        Span<byte> small = stackalloc byte[Digits];
        for (var i = 0; i < Digits; i++)
            small[i] = (byte)char.ToLowerInvariant(digits[i]);
        Span<byte> hash = stackalloc byte[32];
        Keccak256.Hash(small, hash);
        for (var i = 0; i < Digits; i++)
        {
            var nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 15;
            if (char.IsAsciiLetter(digits[i]) && char.IsAsciiLetterUpper(digits[i]) != nibble >= 8) return false;
        }
        return true;
    }
}
