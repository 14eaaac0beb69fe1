using System.Buffers;

namespace AirsPolicy.Hosting.Evidence;

/// <summary>The forms of what stands in a leaf, for its writer and its reader.</summary>
internal static class EvidenceNames
{
    public const int MaxName = 512;
    public const int MaxField = 64;
    public const int HashSize = 32;
    public const int DigestLength = 2 * HashSize;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    private static readonly string s_visible = new([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Except("\"\\")]);
    private static readonly SearchValues<char> s_nameChars = SearchValues.Create(s_visible);
    private static readonly SearchValues<byte> s_nameBytes = Bytes(s_visible);
    private static readonly SearchValues<char> s_fieldChars = SearchValues.Create(Letters + Digits + "_-");
    private static readonly SearchValues<byte> s_fieldBytes = Bytes(Letters + Digits + "_-");
    private static readonly SearchValues<char> s_hexChars = SearchValues.Create(Digits + "abcdef");
    private static readonly SearchValues<byte> s_hexBytes = Bytes(Digits + "abcdef");

    public static bool IsName(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxName && !text.ContainsAnyExcept(s_nameChars);

    public static bool IsName(ReadOnlySpan<byte> text) => text.Length is > 0 and <= MaxName && !text.ContainsAnyExcept(s_nameBytes);

    public static bool IsField(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxField && !text.ContainsAnyExcept(s_fieldChars);

    public static bool IsField(ReadOnlySpan<byte> text) => text.Length is > 0 and <= MaxField && !text.ContainsAnyExcept(s_fieldBytes);

    public static bool IsDigest(ReadOnlySpan<char> text) => text.Length == DigestLength && !text.ContainsAnyExcept(s_hexChars);

    public static bool IsDigest(ReadOnlySpan<byte> text) => text.Length == DigestLength && !text.ContainsAnyExcept(s_hexBytes);

    private static SearchValues<byte> Bytes(string chars) => SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(chars));
}
