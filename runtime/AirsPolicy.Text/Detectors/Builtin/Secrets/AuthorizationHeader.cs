using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>
/// What a header field of HTTP carries to prove who asks: the credentials of <c>Authorization</c>, with or without a scheme (RFC 9110,
/// section 11.6.2), and of the fields that are used in its place.
/// </summary>
[BuiltinDetector(
    "secret.authorization_header",
    Summary = "Finds the credentials of Authorization and like header fields of HTTP.",
    Source = "RFC 9110, section 11.6.2; RFC 7617; RFC 6750, section 2.1"
)]
internal sealed class AuthorizationHeader()
    : AnchoredDetector([.. s_fields.Select(field => new Anchor(field, s_trail) { IgnoreCase = true })])
{
    private const int Shortest = 12, Longest = 4096, LongestGap = 4;
    private const string Quotes = "\"'", Gap = " \t\"'";

    private static readonly string[] s_fields =
    [
        "authorization",
        "x-api-key",
        "api-key",
        "apikey",
        "x-auth-token",
        "x-access-token",
        "private-token",
        "token",
    ];
    private static readonly TrailPart s_value = new(
        SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code).Where(IsPart)]),
        0,
        Longest);

    // A scheme is of the units of a value, with a space behind it.
    private static readonly Trail s_trail = new(
        TrailPart.Of(Quotes, 0, LongestGap),
        TrailPart.Of(":=", 1, 1),
        TrailPart.Of(Gap, 0, LongestGap),
        s_value,
        TrailPart.Of(" ", 0, 1 + LongestGap),
        s_value);

    private static readonly string[] s_schemes = ["basic ", "bearer ", "token ", "apikey ", "digest ", "api-key ", "key "];

    public override int Score => (int)Millionths.Whole * 4 / 5;

    public override int FindAt(ReadOnlySpan<char> text, int at, int least, SpanBuffer matches)
    {
        if (at > 0 && Assignments.IsName(text[at - 1])) return 0;
        foreach (var anchor in Anchors)
        {
            if (!anchor.StandsAt(text, at) || StartOf(text, at + anchor.Literal.Length) is not (> 0 and var start)) continue;
            var end = EndOf(text, start);
            if (end - start < Shortest) continue;
            if (SecretText.HasDigits(text[start..end]) && SecretText.IsDrawn(text[start..end], 0)) matches.Add(new TextSpan(start, end));
            // What stands in a value is no field, whatever the value is.
            return end;
        }
        return 0;
    }

    // Behind the colon and a scheme; quotes stand there in source code.
    private static int StartOf(ReadOnlySpan<char> text, int at)
    {
        Skip(text, ref at, Quotes);
        if (at >= text.Length || text[at++] is not (':' or '=')) return 0;
        Skip(text, ref at, Gap);
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
        while (end < text.Length && end - start < Longest && IsPart(text[end])) end++;
        // More of a value than credentials have: source code, a template.
        return end < text.Length && text[end] is '(' or '{' or '$' or '[' ? start : end;
    }

    private static bool IsPart(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '+' or '/' or '=' or '_' or '-' or '.' or '~';

    private static void Skip(ReadOnlySpan<char> text, ref int at, string units)
    {
        for (var from = at; at < text.Length && at - from < LongestGap && units.Contains(text[at], StringComparison.Ordinal);)
            at++;
    }
}
