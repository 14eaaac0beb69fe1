using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>
/// Passwords in connection strings: before the host of a URL (RFC 3986, section 3.2.1), and as a keyword of the lists of keywords and
/// values of ADO.NET, ODBC and libpq. A variable or a word for a password is none.
/// </summary>
[BuiltinDetector(
    "secret.connection_string",
    Summary = "Finds passwords in connection strings and URLs.",
    Source = "RFC 3986, section 3.2.1; Microsoft, Connection string syntax; PostgreSQL, libpq: connection strings"
)]
internal sealed class ConnectionString()
    : AnchoredDetector([
        new Anchor(UserInformation.Sign, UserInformation.Trail) { IgnoreCase = true },
        .. s_keywords.Select(keyword => new Anchor(keyword, s_trail) { IgnoreCase = true }),
    ])
{
    private const int Nearby = 200, Longest = 128;

    private static readonly SearchValues<char> s_ends = SearchValues.Create(";\"' \t\n\r&<");
    private static readonly Trail s_trail = new(new TrailPart(s_ends, 0, Longest, Except: true), TrailPart.Any(Nearby));
    private static readonly string[] s_keywords = ["password=", "pwd="];
    private static readonly SearchValues<string> s_servers = SearchValues.Create(
        ["server=", "data source=", "host=", "user id=", "uid=", "dbname=", "initial catalog=", "database="],
        StringComparison.OrdinalIgnoreCase);

    public override int FindAt(ReadOnlySpan<char> text, int at, int least, SpanBuffer matches)
    {
        foreach (var anchor in Anchors)
        {
            if (!anchor.StandsAt(text, at))
                continue;
            var found =
                anchor.Literal == UserInformation.Sign ? PasswordAt(text, at) : ValueOf(text, at, at + anchor.Literal.Length);
            if (found.Length == 0)
                return 0;
            matches.Add(found);
            return found.End;
        }
        return 0;
    }

    private static TextSpan PasswordAt(ReadOnlySpan<char> text, int sign)
    {
        var found = UserInformation.At(text, sign);
        return found.Length == 0 ? found : new TextSpan(found.Start + text[found.Start..found.End].IndexOf(':') + 1, found.End);
    }

    private static TextSpan ValueOf(ReadOnlySpan<char> text, int name, int start)
    {
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var length = rest.IndexOfAny(s_ends);
        var end = length < 0 ? start + rest.Length : start + length;
        return
            Placeholders.IsPassword(text[start..end], default)
            || !HasServer(text[Math.Max(0, name - Nearby)..name]) && !HasServer(text[end..Math.Min(text.Length, end + Nearby)])
            ? default
            : new TextSpan(start, end);
    }

    private static bool HasServer(ReadOnlySpan<char> text) => text.ContainsAny(s_servers);
}
