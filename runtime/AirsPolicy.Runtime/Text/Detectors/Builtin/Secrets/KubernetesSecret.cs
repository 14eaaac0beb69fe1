using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>The values of a Kubernetes Secret in a manifest: what stands indented below <c>data</c>, in Base64, in a document whose kind is Secret.</summary>
[BuiltinDetector("secret.kubernetes_secret", Summary = "Finds the values of Kubernetes Secrets in manifests.", Source = "Kubernetes, Secrets, https://kubernetes.io/docs/concepts/configuration/secret/")]
internal sealed class KubernetesSecret : IBuiltinDetector
{
    private const int Shortest = 8;

    public TextViewKind View => TextViewKind.Plain;

    public RequiredParts Required { get; } = RequiredParts.AnyOf("kind");

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        // Documents of a file are parted by a line of three hyphens.
        var plain = text.Text;
        for (var from = 0; from < plain.Length;)
        {
            var length = plain[from..].IndexOf("\n---", StringComparison.Ordinal);
            var end = length < 0 ? plain.Length : from + length;
            if (IsSecret(plain[from..end])) FindValues(plain, from, end, matches);
            from = end + 1;
        }
    }

    private static bool IsSecret(ReadOnlySpan<char> document)
    {
        for (var from = 0; document[from..].IndexOf("kind", StringComparison.Ordinal) is var index and >= 0;)
        {
            from += index + 4;
            if (document[from..].TrimStart("\"': ").StartsWith("Secret", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static void FindValues(ReadOnlySpan<char> text, int from, int end, SpanBuffer matches)
    {
        var isData = false;
        while (from < end)
        {
            var length = text[from..end].IndexOf('\n');
            var next = length < 0 ? end : from + length + 1;
            var line = text[from..next];
            if (!line.StartsWith(' ')) isData = line.StartsWith("data:", StringComparison.Ordinal);
            else if (isData && Value(line) is { Length: > 0 } value) matches.Add(new TextSpan(from + value.Start, from + value.End));
            from = next;
        }
    }

    private static TextSpan Value(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon < 0) return default;
        var start = colon + 1;
        while (start < line.Length && line[start] is ' ' or '"' or '\'') start++;
        var end = start;
        while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '+' or '/' or '=')) end++;
        var value = line[start..end];
        return value.Length >= Shortest && (value.Length % 4 == 0 || !value.Contains('=')) && !Placeholders.Is(value) && SecretText.Entropy(value) > 2 && line[end..].TrimStart("\"' ").TrimEnd("\r\n ").Length == 0
            ? new TextSpan(start, end)
            : default;
    }
}
