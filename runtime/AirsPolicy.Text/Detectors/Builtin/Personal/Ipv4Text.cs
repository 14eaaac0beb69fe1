namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>IPv4 addresses in four decimal octets without leading zeros.</summary>
internal static class Ipv4Text
{
    /// <summary>Where an address that begins at a place ends, or 0 where none does.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        for (var octet = 0; octet < 4; octet++)
        {
            if (octet > 0 && (at >= text.Length || text[at++] != '.')) return 0;
            int value = 0, first = at;
            for (; NumberText.IsDigitAt(text, at) && at - first < 3; at++)
                value = 10 * value + (text[at] - '0');
            if (at == first || value > 255 || NumberText.IsDigitAt(text, at) || at - first > 1 && text[first] == '0') return 0;
        }
        return at;
    }
}
