using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>
/// Private keys in their armour: PKCS #8, RSA, EC, DSA, OpenSSH and PGP (RFC 7468, section 10; RFC 4880, section 6.2), from the first line
/// to the last or, where that is missing, as far as the encoding goes. A key of which only the first line is shown is none.
/// </summary>
[BuiltinDetector(
    "secret.private_key",
    Summary = "Finds private keys in PEM, OpenSSH and PGP armour.",
    Source = "RFC 7468, sections 10 and 11; RFC 4880, section 6.2; OpenSSH, PROTOCOL.key"
)]
internal sealed class PrivateKey() : AnchoredDetector(new Anchor(Begin, s_trail) { IsFound = true })
{
    private const string Begin = "-----BEGIN ", End = "-----END ", Rule = "-----";
    private const int LongestLabel = 48, LongestKey = 32_768, LeastEncoded = 48, Shown = 160, Sampled = 512;
    private const double LeastBits = 3;

    private static readonly SearchValues<char> s_label = SearchValues.Create(" ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly Trail s_trail = new(
        new TrailPart(s_label, 0, LongestLabel),
        TrailPart.Of("-", Rule.Length, Rule.Length),
        TrailPart.Any(LongestKey) with
        {
            Terminator = Rule,
        },
        TrailPart.Of("-", 0, Rule.Length),
        new TrailPart(s_label, 0, LongestLabel + End.Length - Rule.Length),
        TrailPart.Of("-", 0, Rule.Length));

    public override int FindAt(ReadOnlySpan<char> text, int at, int least, SpanBuffer matches)
    {
        if (!text[at..].StartsWith(Begin, StringComparison.Ordinal)) return 0;
        var label = Label(text, at + Begin.Length);
        var body = at + Begin.Length + label.Length + Rule.Length;
        if (!label.Contains("PRIVATE KEY", StringComparison.Ordinal)
            || !text[(body - Rule.Length)..].StartsWith(Rule, StringComparison.Ordinal))
            return 0;
        var (last, end) = EndOf(text, body);
        if (!HoldsKey(text[body..last])) return 0;
        matches.Add(new TextSpan(at, end));
        return end;
    }

    private static ReadOnlySpan<char> Label(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..Math.Min(text.Length, start + LongestLabel)];
        return rest.IndexOfAnyExcept(s_label) is >= 0 and var length ? rest[..length] : rest;
    }

    // Where the key ends, and where what closes it does. Where that is missing the key goes as far as the encoding.
    private static (int Key, int End) EndOf(ReadOnlySpan<char> text, int body)
    {
        var rest = text.Slice(body, Math.Min(LongestKey, text.Length - body));
        var last = rest.IndexOf(Rule, StringComparison.Ordinal);
        if (last >= 0 && text[(body + last)..].StartsWith(End, StringComparison.Ordinal))
        {
            var end = body + last + End.Length;
            end += Label(text, end).Length;
            return (body + last, text[end..].StartsWith(Rule, StringComparison.Ordinal) ? end + Rule.Length : end);
        }
        var at = 0;
        while (at < rest.Length && (IsEncoded(rest[at]) || rest[at] is ' ' or '\r' or '\n' or '\t' or '\\')) at++;
        while (at > 0 && !IsEncoded(rest[at - 1])) at--;
        return (body + at, body + at);
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
