namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>A Mailbox of RFC 5321 section 4.1.2: a local part, plain or quoted, and a host name or an address in brackets.</summary>
internal static class EmailFormat
{
    private const int MaxLocal = 64;
    private const string Symbols = "!#$%&'*+-/=?^_`{|}~";

    public static bool Fits(string text)
    {
        var at = text.LastIndexOf('@');
        return at is > 0 and <= MaxLocal && (IsDotted(text.AsSpan(0, at)) || IsQuoted(text.AsSpan(0, at))) && IsDomain(text.AsSpan(at + 1));
    }

    private static bool IsDotted(ReadOnlySpan<char> local)
    {
        foreach (var range in local.Split('.'))
        {
            if (local[range].IsEmpty)
                return false;
            foreach (var unit in local[range])
            {
                if (!char.IsAsciiLetterOrDigit(unit) && !Symbols.Contains(unit, StringComparison.Ordinal))
                    return false;
            }
        }
        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> local)
    {
        if (local.Length < 2 || local[0] != '"' || local[^1] != '"')
            return false;
        for (var i = 1; i < local.Length - 1; i++)
        {
            if (local[i] == '\\')
                i++;
            if (local[i] is < ' ' or > '~' || (local[i] == '"' && local[i - 1] != '\\') || i == local.Length - 1)
                return false;
        }
        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        if (domain.IsEmpty || domain[0] != '[')
            return HostnameFormat.Fits(domain);
        if (domain[^1] != ']')
            return false;
        var address = domain[1..^1];
        const string tag = "IPv6:";
        return address.StartsWith(tag, StringComparison.OrdinalIgnoreCase) ? AddressFormats.IsIpv6(address[tag.Length..]) : AddressFormats.IsIpv4(address);
    }
}
