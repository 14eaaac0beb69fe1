namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>IPv6 addresses as text (RFC 4291, section 2.2), in small letters.</summary>
internal static class Ipv6Text
{
    private const int Longest = 45;

    /// <summary>
    /// The run of characters that addresses have around a place, without points at its ends. At most as long as it takes to see that it is
    /// too long.
    /// </summary>
    public static TextSpan Run(ReadOnlySpan<char> text, int at)
    {
        int start = at, end = at;
        while (start > 0 && at - start <= Longest && IsPart(text[start - 1])) start--;
        while (end < text.Length && end - at <= Longest && IsPart(text[end])) end++;
        while (end > start && text[end - 1] == '.') end--;
        while (start < end && text[start] == '.') start++;
        // A colon behind an address ends a phrase, and one before it stands behind the word for it.
        if (end - start > 2 && text[end - 1] == ':' && text[end - 2] != ':') end--;
        if (end - start > 2 && text[start] == ':' && text[start + 1] != ':') start++;
        return new TextSpan(start, end);
    }

    /// <summary>Whether a text is an address.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > Longest) return false;
        int groups = 0, at = 0;
        var isShortened = false;
        while (at < text.Length)
        {
            if (text[at] == ':')
            {
                var isDouble = at + 1 < text.Length && text[at + 1] == ':';
                if (isDouble && isShortened || !isDouble && (at == 0 || at + 1 == text.Length)) return false;
                isShortened |= isDouble;
                at += isDouble ? 2 : 1;
                if (isDouble && at < text.Length && text[at] == ':') return false;
                continue;
            }
            var length = text[at..].IndexOf(':');
            var group = length < 0 ? text[at..] : text.Slice(at, length);
            if (group.Contains('.'))
            {
                if (length >= 0 || Ipv4Text.End(group, 0) != group.Length) return false;
                groups++;
            }
            else if (group.Length > 4) return false;
            groups++;
            at += group.Length;
        }
        return isShortened ? groups <= 7 : groups == 8;
    }

    /// <summary>Whether a group of an address is so wide that source code hardly has it, or an IPv4 address ends it.</summary>
    public static bool HasWideGroup(ReadOnlySpan<char> address)
    {
        var (width, widest) = (0, 0);
        foreach (var unit in address)
        {
            if (unit == '.') return true;
            width = unit == ':' ? 0 : width + 1;
            widest = Math.Max(widest, width);
        }
        return widest >= 3 && address.ContainsAnyInRange('0', '9');
    }

    /// <summary>Where the zone that follows an address ends (<c>%eth0</c>), or the end of the address.</summary>
    public static int EndOfZone(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || text[end] != '%' || !char.IsAsciiLetterOrDigit(text[end + 1])) return end;
        var at = end + 1;
        while (at < text.Length && at - end < 16 && char.IsAsciiLetterOrDigit(text[at])) at++;
        return at;
    }

    private static bool IsPart(char unit) => char.IsAsciiHexDigitLower(unit) || unit is ':' or '.';
}
