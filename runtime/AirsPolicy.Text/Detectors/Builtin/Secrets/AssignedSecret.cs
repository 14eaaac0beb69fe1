using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>
/// Values that look drawn and that are assigned to a name that calls them a secret: a password, token or key of an issuer that has no
/// detector of its own. What the name says further (an id, a file, a length) takes that back, and so does a value that is made of words.
/// </summary>
[BuiltinDetector(
    "secret.assignment",
    Summary = "Finds random-looking values that are assigned to a name such as password, token or api_key.",
    Source = "C. E. Shannon, A Mathematical Theory of Communication, 1948, section 6 (entropy); CWE-798, Use of Hard-coded Credentials"
)]
internal sealed class AssignedSecret() : AnchoredDetector([.. s_names.Select(name => new Anchor(name, s_trail) { IgnoreCase = true })])
{
    private const int LongestRest = 12;

    private static readonly Trail s_trail = new([.. Assignments.Trail, AssignedValue.Trail]);

    private static readonly string[] s_names =
    [
        "secret",
        "token",
        "passwd",
        "password",
        "passphrase",
        "pwd",
        "apikey",
        "api_key",
        "api-key",
        "appkey",
        "app_key",
        "app-key",
        "accesskey",
        "access_key",
        "access-key",
        "authkey",
        "auth_key",
        "privatekey",
        "private_key",
        "signingkey",
        "signing_key",
        "encryptionkey",
        "encryption_key",
        "secretkey",
        "secret_key",
        "credential",
    ];

    private static readonly SearchValues<string> s_other = SearchValues.Create(
        [
            "id",
            "name",
            "len",
            "size",
            "type",
            "file",
            "path",
            "ur",
            "field",
            "expir",
            "ttl",
            "count",
            "limit",
            "max",
            "min",
            "polic",
            "version",
            "class",
            "variable",
            "format",
            "prefix",
            "header",
            "store",
            "manager",
            "provider",
            "request",
            "service",
            "endpoint",
            "hint",
            "label",
            "alg",
            "ref",
            "arn",
            "vault",
            "hash",
            "sha",
            "pub",
        ],
        StringComparison.OrdinalIgnoreCase);

    public override int Score => (int)Millionths.Whole * 3 / 5;

    public override int FindAt(ReadOnlySpan<char> text, int at, int least, SpanBuffer matches)
    {
        var end = EndOfName(text, at);
        if (end == 0 || Assignments.ValueBehind(text, end) is not (> 0 and var start)) return 0;
        var value = AssignedValue.EndOf(text, start);
        if (value > 0) matches.Add(new TextSpan(start, value));
        return value;
    }

    // The end of the name that the word stands in, or 0 where the rest of it says that the value is something else.
    private static int EndOfName(ReadOnlySpan<char> text, int word)
    {
        var end = word;
        while (end < text.Length && Assignments.IsName(text[end]) && end - word < LongestRest * 2 + 1) end++;
        var name = text[word..end];
        var longest = -1;
        foreach (var known in s_names)
        {
            if (name.StartsWith(known, StringComparison.OrdinalIgnoreCase)) longest = Math.Max(longest, known.Length);
        }
        if (longest < 0) return 0;
        var rest = name[longest..];
        return rest.Length > LongestRest || rest.ContainsAny(s_other) ? 0 : end;
    }
}
