using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>
/// Passwords in connection strings: before the host of a URL (RFC 3986, section 3.2.1), and as a keyword of the lists of keywords and values of ADO.NET, ODBC and libpq. A variable or a word for a
/// password is none.
/// </summary>
[BuiltinDetector("secret.connection_string", Summary = "Finds passwords in connection strings and URLs.",
    Source = "RFC 3986, section 3.2.1; Microsoft, Connection string syntax; PostgreSQL, libpq: connection strings")]
internal sealed class ConnectionString : IBuiltinDetector
{
    private const int Nearby = 200, Longest = 128;

    private static readonly string[] s_keywords = ["password=", "pwd="];
    private static readonly string[] s_servers = ["server=", "data source=", "host=", "user id=", "uid=", "dbname=", "initial catalog=", "database="];

    public TextViewKind View => TextViewKind.Plain;

    public RequiredParts Required { get; } = RequiredParts.AnyOf(["://", .. s_keywords]) with { IgnoreCase = true };

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        for (var from = 0; UserInformation.Next(text.Text, ref from) is { Length: > 0 } found;)
            matches.Add(found);
        foreach (var keyword in s_keywords)
            FindKeyword(keyword, text.Text, matches);
    }

    private static void FindKeyword(string keyword, ReadOnlySpan<char> text, SpanBuffer matches)
    {
        for (var from = 0; text[from..].IndexOf(keyword, StringComparison.OrdinalIgnoreCase) is var index and >= 0;)
        {
            var name = from + index;
            var start = from = name + keyword.Length;
            var end = start;
            while (end < text.Length && end - start < Longest && text[end] is not (';' or '"' or '\'' or ' ' or '\n' or '\r' or '&' or '<')) end++;
            if (Placeholders.IsPassword(text[start..end], default) || !HasServer(text[Math.Max(0, name - Nearby)..name]) && !HasServer(text[end..Math.Min(text.Length, end + Nearby)])) continue;
            matches.Add(new TextSpan(start, end));
            from = end;
        }
    }

    private static bool HasServer(ReadOnlySpan<char> text)
    {
        foreach (var keyword in s_servers)
        {
            if (text.Contains(keyword, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
