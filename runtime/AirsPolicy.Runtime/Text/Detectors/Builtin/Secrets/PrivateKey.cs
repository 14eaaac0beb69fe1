using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>
/// Private keys in their armour: PKCS #8, RSA, EC, DSA, OpenSSH and PGP (RFC 7468, section 10; RFC 4880, section 6.2), from the first line to the last or, where that is missing, as far as the
/// encoding goes. A key of which only the first line is shown is none.
/// </summary>
[BuiltinDetector("secret.private_key", Summary = "Finds private keys in PEM, OpenSSH and PGP armour.", Source = "RFC 7468, sections 10 and 11; RFC 4880, section 6.2; OpenSSH, PROTOCOL.key")]
internal sealed class PrivateKey : IBuiltinDetector
{
    private const string Begin = "-----BEGIN ", End = "-----END ", Rule = "-----";
    private const int LongestHeader = 48, LongestKey = 32_768, LeastEncoded = 48, Shown = 160, Sampled = 512;
    private const double LeastBits = 3;

    public TextViewKind View => TextViewKind.Plain;

    public RequiredParts Required { get; } = RequiredParts.AnyOf(Begin);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var plain = text.Text;
        for (var from = 0; plain[from..].IndexOf(Begin, StringComparison.Ordinal) is var index and >= 0;)
        {
            var start = from + index;
            from = start + Begin.Length;
            var header = plain.Slice(from, Math.Min(LongestHeader, plain.Length - from));
            var label = header.IndexOf(Rule, StringComparison.Ordinal);
            if (label < 0 || !header[..label].Contains("PRIVATE KEY", StringComparison.Ordinal)) continue;
            var body = from + label + Rule.Length;
            var end = EndOf(plain, body);
            if (!HoldsKey(plain[body..end])) continue;
            matches.Add(new TextSpan(start, end));
            from = end;
        }
    }

    private static int EndOf(ReadOnlySpan<char> text, int body)
    {
        var rest = text.Slice(body, Math.Min(LongestKey, text.Length - body));
        var last = rest.IndexOf(End, StringComparison.Ordinal);
        if (last < 0)
        {
            var at = 0;
            while (at < rest.Length && (IsEncoded(rest[at]) || rest[at] is ' ' or '\r' or '\n' or '\t' or '\\')) at++;
            return body + at;
        }
        var behind = rest[(last + End.Length)..];
        var rule = behind[..Math.Min(LongestHeader, behind.Length)].IndexOf(Rule, StringComparison.Ordinal);
        return body + last + End.Length + (rule < 0 ? 0 : rule + Rule.Length);
    }

    private static bool HoldsKey(ReadOnlySpan<char> body)
    {
        if (body[..Math.Min(Shown, body.Length)].Contains("...", StringComparison.Ordinal)) return false;
        var encoded = 0;
        foreach (var unit in body)
        {
            if (IsEncoded(unit) && ++encoded == LeastEncoded) return SecretText.Entropy(body[..Math.Min(Sampled, body.Length)]) > LeastBits;
        }
        return false;
    }

    private static bool IsEncoded(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '+' or '/' or '=';
}
