using System.Buffers;

namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>A Mailbox of RFC 5321 section 4.1.2: a local part, plain or quoted, and a host name or an address in brackets.</summary>
internal static class EmailFormat
{
    private const int MaxLocal = 64;

    private static readonly SearchValues<char> s_local = SearchValues.Create(
        "!#$%&'*+-/=?^_`{|}~.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool Fits(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf('@');
        return at is > 0 and <= MaxLocal && (IsDotted(text[..at]) || IsQuoted(text[..at])) && IsDomain(text[(at + 1)..]);
    }

    // No dot at either end and no two beside one another.
    private static bool IsDotted(ReadOnlySpan<char> local) =>
        !local.ContainsAnyExcept(s_local) && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);

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
        return address.StartsWith(tag, StringComparison.OrdinalIgnoreCase)
            ? AddressFormats.IsIpv6(address[tag.Length..])
            : AddressFormats.IsIpv4(address);
    }
}
