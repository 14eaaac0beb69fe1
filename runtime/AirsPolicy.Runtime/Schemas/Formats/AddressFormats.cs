namespace AirsPolicy.Runtime.Schemas.Formats;

/// <summary>Addresses of the Internet: IPv4 in four decimal parts (RFC 2673 section 3.2), IPv6 as text (RFC 4291 section 2.2).</summary>
internal static class AddressFormats
{
    private const int Groups = 8;

    public static bool IsIpv4(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (part.Length is 0 or > 3 || part.ContainsAnyExceptInRange('0', '9') || (part.Length > 1 && part[0] == '0'))
                return false;
            if (part.Length == 3 && part.SequenceCompareTo("255") > 0)
                return false;
            parts++;
        }
        return parts == 4;
    }

    public static bool IsIpv6(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
            return TryCount(text, endsInIpv4: true, out var all) && all == Groups;
        // The gap stands for at least one group.
        return TryCount(text[..gap], endsInIpv4: false, out var before)
            && TryCount(text[(gap + 2)..], endsInIpv4: true, out var behind)
            && before + behind < Groups;
    }

    private static bool TryCount(ReadOnlySpan<char> text, bool endsInIpv4, out int groups)
    {
        groups = 0;
        if (text.IsEmpty)
            return true;
        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (endsInIpv4 && range.End.GetOffset(text.Length) == text.Length && group.Contains('.'))
            {
                groups += 2;
                return IsIpv4(group);
            }
            if (group.Length is 0 or > 4 || !IsHexadecimal(group))
                return false;
            groups++;
        }
        return true;
    }

    /// <summary>Whether all characters are hexadecimal digits of ASCII.</summary>
    public static bool IsHexadecimal(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (!char.IsAsciiHexDigit(unit))
                return false;
        }
        return true;
    }
}
