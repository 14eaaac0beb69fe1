using System.Buffers;

namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>
/// A host name of RFC 1123 section 2.1: labels of 1 to 63 ASCII letters, digits and inner hyphens, 253 characters at most. What the
/// Punycode of a label stands for is not looked at.
/// </summary>
internal static class HostnameFormat
{
    private static readonly SearchValues<char> s_letters = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-");

    public static bool Fits(ReadOnlySpan<char> text)
    {
        if (text.Length > 253 || text.ContainsAnyExcept(s_letters))
            return false;
        foreach (var range in text.Split('.'))
        {
            var label = text[range];
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
                return false;
        }
        return true;
    }
}
