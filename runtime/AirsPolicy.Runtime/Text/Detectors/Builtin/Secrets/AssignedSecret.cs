using System.Buffers;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>
/// Values that look drawn and that are assigned to a name that calls them a secret: a password, token or key of an issuer that has no detector of its own. What the name says further (an
/// id, a file, a length) takes that back, and so does a value that is made of words.
/// </summary>
[BuiltinDetector("secret.assignment", Summary = "Finds random-looking values that are assigned to a name such as password, token or api_key.",
    Source = "C. E. Shannon, A Mathematical Theory of Communication, 1948, section 6 (entropy); CWE-798, Use of Hard-coded Credentials")]
internal sealed class AssignedSecret : IBuiltinDetector
{
    private const int LongestRest = 12;

    private static readonly string[] s_names =
    [
        "secret", "token", "passwd", "password", "passphrase", "pwd", "apikey", "api_key", "api-key", "accesskey", "access_key", "access-key", "authkey", "auth_key", "privatekey", "private_key",
        "signingkey", "signing_key", "encryptionkey", "encryption_key", "secretkey", "secret_key", "credential",
    ];

    private static readonly SearchValues<string> s_sought = SearchValues.Create(s_names, StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_other = SearchValues.Create(
        [
            "id", "name", "len", "size", "type", "file", "path", "ur", "field", "expir", "ttl", "count", "limit", "max", "min", "polic", "version", "class", "variable", "format", "prefix",
            "header", "store", "manager", "provider", "request", "service", "endpoint", "hint", "label", "alg", "ref", "arn", "vault", "hash", "sha", "pub",
        ],
        StringComparison.OrdinalIgnoreCase);

    public TextViewKind View => TextViewKind.Plain;

    public int Score => (int)ShareShape.Whole * 3 / 5;

    public RequiredParts Required { get; } = RequiredParts.AnyOf(s_names) with { IgnoreCase = true };

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var plain = text.Text;
        for (var from = 0; plain[from..].IndexOfAny(s_sought) is var index and >= 0;)
        {
            var name = from + index;
            from = name + 3;
            var end = EndOfName(plain, name);
            if (end == 0 || Assignments.ValueBehind(plain, end) is not (> 0 and var start)) continue;
            var value = AssignedValue.EndOf(plain, start);
            if (value == 0) continue;
            matches.Add(new TextSpan(start, value));
            from = value;
        }
    }

    // The end of the name that the word stands in, or 0 where the rest of it says that the value is something else.
    private static int EndOfName(ReadOnlySpan<char> text, int word)
    {
        var end = word;
        while (end < text.Length && Assignments.IsName(text[end]) && end - word < LongestRest * 2 + 1) end++;
        var name = text[word..end];
        var longest = 0;
        foreach (var known in s_names)
        {
            if (name.StartsWith(known, StringComparison.OrdinalIgnoreCase)) longest = Math.Max(longest, known.Length);
        }
        var rest = name[longest..];
        return rest.Length > LongestRest || rest.ContainsAny(s_other) ? 0 : end;
    }
}
