using AirsPolicy.Runtime.Schemas.References;

namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>A URI of RFC 3986 (section 3), which has a scheme; a reference has none and does not fit.</summary>
internal static class UriFormat
{
    private const string Unreserved = "-._~";
    private const string Delimiters = "!$&'()*+,;=";

    public static bool Fits(string text)
    {
        var scheme = UriReference.SchemeLength(text);
        if (scheme == 0)
            return false;
        var rest = text.AsSpan(scheme + 1);
        var fragment = Cut(ref rest, '#');
        var query = Cut(ref rest, '?');
        if (!Are(fragment, ":@/?") || !Are(query, ":@/?"))
            return false;
        if (!rest.StartsWith("//", StringComparison.Ordinal))
            return Are(rest, ":@/");
        rest = rest[2..];
        var slash = rest.IndexOf('/');
        var path = slash < 0 ? [] : rest[slash..];
        return IsAuthority(slash < 0 ? rest : rest[..slash]) && Are(path, ":@/");
    }

    private static bool IsAuthority(ReadOnlySpan<char> authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0 && !Are(authority[..at], ":"))
            return false;
        var host = authority[(at + 1)..];
        if (!host.IsEmpty && host[0] == '[')
        {
            var end = host.IndexOf(']');
            return end > 0 && IsLiteral(host[1..end]) && IsPort(host[(end + 1)..]);
        }
        var colon = host.IndexOf(':');
        return Are(colon < 0 ? host : host[..colon], "") && IsPort(colon < 0 ? [] : host[colon..]);
    }

    // IPv6, or an address of a version to come: 'v', its number in hexadecimal, a dot, and the address.
    private static bool IsLiteral(ReadOnlySpan<char> address)
    {
        if (address.IsEmpty || address[0] is not ('v' or 'V'))
            return AddressFormats.IsIpv6(address);
        var dot = address.IndexOf('.');
        return dot > 1 && dot + 1 < address.Length && AddressFormats.IsHexadecimal(address[1..dot]) && Are(address[(dot + 1)..], ":")
            && !address.Contains('%');
    }

    private static bool IsPort(ReadOnlySpan<char> port) => port.IsEmpty || (port[0] == ':' && !port[1..].ContainsAnyExceptInRange('0', '9'));

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

    // Unreserved characters, delimiters, whole percent-encodings, and some more.
    private static bool Are(ReadOnlySpan<char> text, string more)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                    return false;
                i += 2;
            }
            else if (!char.IsAsciiLetterOrDigit(unit) && !Unreserved.Contains(unit, StringComparison.Ordinal)
                && !Delimiters.Contains(unit, StringComparison.Ordinal) && !more.Contains(unit, StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }
}
