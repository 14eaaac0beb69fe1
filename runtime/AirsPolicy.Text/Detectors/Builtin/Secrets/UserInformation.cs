using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>The user information of URLs (RFC 3986, section 3.2.1).</summary>
internal static class UserInformation
{
    /// <summary>What stands before it.</summary>
    public const string Sign = "://";

    private const int Longest = 256;

    private static readonly SearchValues<char> s_ends = SearchValues.Create("/?# \t\r\n\"'`<>\\^|");

    /// <summary>What is read behind the sign.</summary>
    public static Trail Trail { get; } = new(new TrailPart(s_ends, 0, Longest, Except: true));

    /// <summary>
    /// The next user and password with a colon between them, from <paramref name="from"/> on, which moves behind it; empty where there is
    /// none.
    /// </summary>
    public static TextSpan Next(ReadOnlySpan<char> text, ref int from)
    {
        while (text[from..].IndexOf(Sign, StringComparison.Ordinal) is var index and >= 0)
        {
            var found = At(text, from + index);
            from = found.Length > 0 ? found.End : from + index + Sign.Length;
            if (found.Length > 0) return found;
        }
        return default;
    }

    /// <summary>The user and password of the URL whose <c>://</c> stands at a place; empty where there is none.</summary>
    public static TextSpan At(ReadOnlySpan<char> text, int sign)
    {
        var start = sign + Sign.Length;
        if (sign == 0 || !char.IsAsciiLetterOrDigit(text[sign - 1])) return default;
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var end = rest.IndexOfAny(s_ends);
        var authority = end < 0 ? rest : rest[..end];
        var at = authority.LastIndexOf('@');
        if (at <= 0 || at + 1 == authority.Length) return default;
        var colon = authority[..at].IndexOf(':');
        return colon < 0 || Placeholders.IsPassword(authority[(colon + 1)..at], authority[..colon])
            ? default
            : new TextSpan(start, start + at);
    }
}
