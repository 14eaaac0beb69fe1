using AirsPolicy.Text.Detectors.Builtin.Identifiers;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Internet addresses: IPv4 in four decimal octets (RFC 791, in the notation of RFC 6943, section 3.1.1), IPv6 in all its notations, with
/// the zone (RFC 4291, section 2.2; RFC 4007, section 11). Four short numbers with points are the number of a section or a version more
/// often than an address, and a few colons are source code: these need a word for an address nearby, or to be all there is.
/// </summary>
[BuiltinDetector(
    "pii.ip_address",
    Summary = "Finds IPv4 and IPv6 addresses.",
    Source = "RFC 791; RFC 4291, section 2.2; RFC 4007, section 11"
)]
internal sealed class IpAddress : IBuiltinDetector
{
    private const int FewDigits = 5;

    private static readonly NearbyWords s_words = new(
        24,
        12,
        "ip",
        "ips",
        "ipv4",
        "ipv6",
        "address",
        "addr",
        "host",
        "server",
        "gateway",
        "dns",
        "ping",
        "subnet",
        "netmask",
        "inet",
        "inet6",
        "proxy",
        "client",
        "localhost",
        "loopback",
        "unspecified",
        "listen",
        "bind",
        "nameserver",
        "router",
        "adresse",
        "direccion");

    public BuiltinWindow Window { get; } = new(WindowUnits.InternetAddresses, Gap: 64, Least: 2, Before: 8, After: 56, Context: 64);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        FindShort(text, matches);
        FindLong(text.Text, matches);
    }

    private static void FindShort(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        foreach (var region in text.Numbers)
        {
            for (var at = region.Start; at < region.End;)
            {
                var end = Ipv4Text.End(folded, at);
                if (end > 0 && BeginsShort(folded, at) && EndsShort(folded, end) && IsAddress(folded, at, end))
                {
                    matches.Add(new TextSpan(at, end));
                    at = end;
                }
                while (at < region.End && char.IsAsciiDigit(folded[at])) at++;
                while (at < region.End && !char.IsAsciiDigit(folded[at])) at++;
            }
        }
    }

    // Behind the colons of an IPv6 address it is part of that, which is looked at as a whole.
    private static bool BeginsShort(ReadOnlySpan<char> text, int start)
    {
        if (start == 0)
            return true;
        if (text[start - 1] == '.' && start > 1 && char.IsAsciiDigit(text[start - 2]))
            return false;
        if (Boundaries.IsWordBefore(text, start))
            return false;
        return text[start - 1] != ':'
            || Ipv6Text.Run(text, start) is var run && !(BeginsLong(text, run.Start) && Ipv6Text.IsAddress(text[run.Start..run.End]));
    }

    private static bool EndsShort(ReadOnlySpan<char> text, int end) =>
        end == text.Length || !Boundaries.IsWordBehind(text, end) && (text[end] != '.' || !NumberText.IsDigitAt(text, end + 1));

    private static bool IsAddress(ReadOnlySpan<char> text, int start, int end)
    {
        var address = text[start..end];
        if (end - start - 3 > FewDigits || address.StartsWith("10.", StringComparison.Ordinal) || address is "0.0.0.0") return true;
        return Boundaries.IsAlone(text, start, end) || s_words.StandNear(text, start, end);
    }

    private static void FindLong(ReadOnlySpan<char> text, SpanBuffer matches)
    {
        for (var from = 0; text[from..].IndexOf(':') is var index and >= 0;)
        {
            var run = Ipv6Text.Run(text, from + index);
            var (start, end) = (run.Start, run.End);
            from = Math.Max(end, from + index + 1);
            if (!BeginsLong(text, start) || !EndsLong(text, end) || !Ipv6Text.IsAddress(text[start..end])) continue;
            var isPlain = Ipv6Text.HasWideGroup(text[start..end]);
            if (IsPrefix(text, end)) continue;
            end = Ipv6Text.EndOfZone(text, end);
            if (isPlain || Boundaries.IsAlone(text, start, end) || s_words.StandNear(text, start, end))
                matches.Add(new TextSpan(start, end));
        }
    }

    // The block of addresses that begin alike (RFC 4291, section 2.3) is nobody's address.
    private static bool IsPrefix(ReadOnlySpan<char> text, int end) =>
        text[end - 1] == ':' && end < text.Length && text[end] == '/' && NumberText.IsDigitAt(text, end + 1);

    private static bool BeginsLong(ReadOnlySpan<char> text, int start) => !Boundaries.IsWordBefore(text, start);

    private static bool EndsLong(ReadOnlySpan<char> text, int end) => !Boundaries.IsWordBehind(text, end);
}
