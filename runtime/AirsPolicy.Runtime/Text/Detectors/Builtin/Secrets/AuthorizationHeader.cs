using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>What a header field of HTTP carries to prove who asks: the credentials of <c>Authorization</c>, with or without a scheme (RFC 9110, section 11.6.2), and of the fields that are used in its place.</summary>
[BuiltinDetector("secret.authorization_header", Summary = "Finds the credentials of Authorization and like header fields of HTTP.", Source = "RFC 9110, section 11.6.2; RFC 7617; RFC 6750, section 2.1")]
internal sealed class AuthorizationHeader : IBuiltinDetector
{
    private const int Shortest = 12, Longest = 4096;

    private static readonly string[] s_fields = ["authorization", "x-api-key", "api-key", "apikey", "x-auth-token", "x-access-token", "private-token", "token"];
    private static readonly string[] s_schemes = ["basic ", "bearer ", "token ", "apikey ", "digest ", "api-key ", "key "];

    public TextViewKind View => TextViewKind.Plain;

    public int Score => (int)ShareShape.Whole * 4 / 5;

    public RequiredParts Required { get; } = RequiredParts.AnyOf(s_fields) with { IgnoreCase = true };

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var plain = text.Text;
        foreach (var field in s_fields)
        {
            for (var from = 0; plain[from..].IndexOf(field, StringComparison.OrdinalIgnoreCase) is var index and >= 0;)
            {
                var name = from + index;
                from = name + field.Length;
                if (name > 0 && Assignments.IsName(plain[name - 1])) continue;
                if (StartOf(plain, from) is not (> 0 and var start)) continue;
                var end = EndOf(plain, start);
                if (end - start < Shortest || !SecretText.HasDigits(plain[start..end]) || !SecretText.IsDrawn(plain[start..end], 0)) continue;
                matches.Add(new TextSpan(start, end));
                from = end;
            }
        }
    }

    // Behind the colon and a scheme; quotes stand there in source code.
    private static int StartOf(ReadOnlySpan<char> text, int at)
    {
        Skip(text, ref at, "\"'");
        if (at >= text.Length || text[at++] is not (':' or '=')) return 0;
        Skip(text, ref at, " \t\"'");
        foreach (var scheme in s_schemes)
        {
            if (!text[at..].StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) continue;
            at += scheme.Length;
            Skip(text, ref at, " ");
            break;
        }
        return at;
    }

    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '/' or '=' or '_' or '-' or '.' or '~')) end++;
        // More of a value than credentials have: source code, a template.
        return end < text.Length && text[end] is '(' or '{' or '$' or '[' ? start : end;
    }

    private static void Skip(ReadOnlySpan<char> text, ref int at, string units)
    {
        for (var from = at; at < text.Length && at - from < 4 && units.Contains(text[at], StringComparison.Ordinal);)
            at++;
    }
}
