using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>
/// Values that issuers publish in their documentation and that nothing in them tells from real ones, by the first eight bytes of their
/// SHA-256: so the values themselves stand nowhere in this project.
/// </summary>
internal static class PublishedExamples
{
    private const int Longest = 512;

    private static readonly long[] s_hashes =
    [
        // Stripe, API keys.
        unchecked((long)0x2CAFC0970149A84F),
        unchecked((long)0xF2D6CA16515033E5),
        unchecked((long)0x2D1F7723AABC5C7A),
        unchecked((long)0x7E8DE44EA9ECF6D5),
        // jwt.io, the signed token of the introduction.
        unchecked((long)0x7F75367E78812551),
        unchecked((long)0xDA816F9F2C16E6C5),
        unchecked((long)0xC794FA6D20C64EFB),
        // RFC 7519, section 3.1, and RFC 7515, appendix A.1.
        unchecked((long)0x8D4EF6536DC8895F),
        // Slack, Sending messages using incoming webhooks.
        unchecked((long)0xF5C388734D28087B),
        // Microsoft, Use the Azurite emulator: the well-known account key.
        unchecked((long)0x0011CC25EB432071),
        unchecked((long)0x900E6C2BF8CE6C14),
        // Microsoft, Azure Cosmos DB emulator: the well-known account key.
        unchecked((long)0xAA6547439583C3A2),
        unchecked((long)0xA28C56ECB012BFD0),
        // Google, firebase-android-sdk: the keys of its samples and tests.
        unchecked((long)0x27A9A42931DFF7EB),
        unchecked((long)0x49F777DB995E8260),
        unchecked((long)0x8731261CB72D8626),
        unchecked((long)0x37F8F09BDF12C2F2),
        unchecked((long)0xEB540D2B6EE2A0A4),
        unchecked((long)0x2037ABCAFFB2B777),
        unchecked((long)0x4C98242DCADC8B29),
        unchecked((long)0xEA9BB1082CF95663),
        unchecked((long)0xA19F89AB3555EAC1),
        unchecked((long)0xDC0FCF046C61640C),
        unchecked((long)0x6CA6473B42D9C17E),
        unchecked((long)0xF56E323494A6FFC2),
        unchecked((long)0x0B476BDF9ACF2123),
    ];

    public static bool Contain(ReadOnlySpan<char> value)
    {
        if (value.Length > Longest) return false;
        Span<byte> bytes = stackalloc byte[3 * Longest];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(value, bytes)], hash);
        return Array.IndexOf(s_hashes, BinaryPrimitives.ReadInt64BigEndian(hash)) >= 0;
    }
}
