using System.Buffers;
using AirsPolicy.Runtime.Schemas.References;

namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>A URI of RFC 3986 (section 3), which has a scheme; a reference has none and does not fit.</summary>
internal static class UriFormat
{
    private const string Common = "-._~!$&'()*+,;=0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> s_ofName = SearchValues.Create(Common);
    private static readonly SearchValues<char> s_ofUser = SearchValues.Create(Common + ":");
    private static readonly SearchValues<char> s_ofPath = SearchValues.Create(Common + ":@/");
    private static readonly SearchValues<char> s_ofQuery = SearchValues.Create(Common + ":@/?");

    public static bool Fits(ReadOnlySpan<char> text)
    {
        var scheme = UriReference.SchemeLength(text);
        if (scheme == 0)
            return false;
        var rest = text[(scheme + 1)..];
        var fragment = Cut(ref rest, '#');
        var query = Cut(ref rest, '?');
        if (!Are(fragment, s_ofQuery) || !Are(query, s_ofQuery))
            return false;
        if (!rest.StartsWith("//", StringComparison.Ordinal))
            return Are(rest, s_ofPath);
        rest = rest[2..];
        var slash = rest.IndexOf('/');
        var path = slash < 0 ? [] : rest[slash..];
        return IsAuthority(slash < 0 ? rest : rest[..slash]) && Are(path, s_ofPath);
    }

    private static bool IsAuthority(ReadOnlySpan<char> authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0 && !Are(authority[..at], s_ofUser))
            return false;
        var host = authority[(at + 1)..];
        if (!host.IsEmpty && host[0] == '[')
        {
            var end = host.IndexOf(']');
            return end > 0 && IsLiteral(host[1..end]) && IsPort(host[(end + 1)..]);
        }
        var colon = host.IndexOf(':');
        return Are(colon < 0 ? host : host[..colon], s_ofName) && IsPort(colon < 0 ? [] : host[colon..]);
    }

    // IPv6, or an address of a version to come: 'v', its number in hexadecimal, a dot, and the address.
    private static bool IsLiteral(ReadOnlySpan<char> address)
    {
        if (address.IsEmpty || address[0] is not ('v' or 'V'))
            return AddressFormats.IsIpv6(address);
        var dot = address.IndexOf('.');
        return dot > 1 && dot + 1 < address.Length && AddressFormats.IsHexadecimal(address[1..dot]) && Are(address[(dot + 1)..], s_ofUser)
            && !address.Contains('%');
    }

    private static bool IsPort(ReadOnlySpan<char> port) =>
        port.IsEmpty || (port[0] == ':' && !port[1..].ContainsAnyExceptInRange('0', '9'));

    // Cuts off what stands behind the first separator, and gives it.
    private static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> text, char separator)
    {
        var at = text.IndexOf(separator);
        if (at < 0)
            return [];
        var behind = text[(at + 1)..];
        text = text[..at];
        return behind;
    }

    // Characters of a set and whole percent-encodings.
    private static bool Are(ReadOnlySpan<char> text, SearchValues<char> characters)
    {
        while (text.IndexOfAnyExcept(characters) is var at and >= 0)
        {
            if (text[at] != '%' || at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
                return false;
            text = text[(at + 3)..];
        }
        return true;
    }
}
