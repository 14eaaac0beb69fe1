using System.Buffers;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>The user information of URLs (RFC 3986, section 3.2.1).</summary>
internal static class UserInformation
{
    private const int Longest = 256;

    private static readonly SearchValues<char> s_ends = SearchValues.Create("/?# \t\r\n\"'`<>\\^|");

    /// <summary>The next user and password with a colon between them, from <paramref name="from"/> on, which moves behind it; empty where there is none.</summary>
    public static TextSpan Next(ReadOnlySpan<char> text, ref int from)
    {
        while (text[from..].IndexOf("://", StringComparison.Ordinal) is var index and >= 0)
        {
            var start = from + index + 3;
            from = start;
            if (start < 4 || !char.IsAsciiLetterOrDigit(text[start - 4])) continue;
            var rest = text[start..Math.Min(text.Length, start + Longest)];
            var end = rest.IndexOfAny(s_ends);
            var authority = end < 0 ? rest : rest[..end];
            var at = authority.LastIndexOf('@');
            if (at <= 0 || at + 1 == authority.Length) continue;
            var colon = authority[..at].IndexOf(':');
            if (colon < 0 || Placeholders.IsPassword(authority[(colon + 1)..at], authority[..colon])) continue;
            from = start + at;
            return new TextSpan(start, start + at);
        }
        return default;
    }
}
