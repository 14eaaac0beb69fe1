using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>
/// The values of a Kubernetes Secret in a manifest: what stands indented below <c>data</c>, in Base64, in a document whose kind is Secret.
/// </summary>
[BuiltinDetector(
    "secret.kubernetes_secret",
    Summary = "Finds the values of Kubernetes Secrets in manifests.",
    Source = "Kubernetes, Secrets, https://kubernetes.io/docs/concepts/configuration/secret/"
)]
internal sealed class KubernetesSecret : AnchoredDetector
{
    private const string Data = "data:", Parting = "\n---";

    // How many units behind its name the data is read, and how many before it and behind that the kind of the document.
    private const int LongestLine = 200, LongestData = 8192, Nearby = 4096, Shortest = 8;

    public KubernetesSecret()
        : base(
            new Anchor(
                Data,
                new Trail(
                    new TrailPart(SearchValues.Create("\n"), 0, LongestLine, Except: true),
                    TrailPart.Of("\n", 1, 1),
                    TrailPart.Of(" ", 1, 1),
                    TrailPart.Any(LongestData + Nearby)))) => Required = RequiredParts.AnyOf("kind");

    public override int FindAt(ReadOnlySpan<char> text, int at, int least, SpanBuffer matches)
    {
        if (!text[at..].StartsWith(Data, StringComparison.Ordinal) || at > 0 && text[at - 1] != '\n') return 0;
        var line = text[at..Math.Min(text.Length, at + LongestLine)].IndexOf('\n');
        if (line < 0) return 0;
        var start = at + line + 1;
        var before = text[Math.Max(0, at - Nearby)..at];
        var (last, end) = EndOf(text, start);
        var behind = text[end..Math.Min(text.Length, end + Nearby)];
        if (before.LastIndexOf(Parting, StringComparison.Ordinal) is >= 0 and var first) before = before[first..];
        if (behind.IndexOf(Parting, StringComparison.Ordinal) is >= 0 and var next) behind = behind[..next];
        return IsSecret(before) || IsSecret(behind) ? FindValues(text, start, last, matches) : 0;
    }

    // Where the lines below the name end, and where what of them is read does: a line that is not whole there is left out.
    private static (int Last, int End) EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = Math.Min(text.Length, start + LongestData);
        var at = start;
        while (at < end && text[at] == ' ')
        {
            var length = text[at..end].IndexOf('\n');
            if (length < 0) return (end == text.Length ? end : at, end);
            at += length + 1;
        }
        return (at, at);
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

    private static int FindValues(ReadOnlySpan<char> text, int from, int end, SpanBuffer matches)
    {
        var last = 0;
        while (from < end)
        {
            var length = text[from..end].IndexOf('\n');
            var next = length < 0 ? end : from + length + 1;
            if (Value(text[from..next]) is { Length: > 0 } value)
            {
                last = from + value.End;
                matches.Add(new TextSpan(from + value.Start, last));
            }
            from = next;
        }
        return last;
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
        return
            value.Length >= Shortest
            && (value.Length % 4 == 0 || !value.Contains('='))
            && !Placeholders.Is(value)
            && SecretText.Entropy(value) > 2
            && line[end..].TrimStart("\"' ").TrimEnd("\r\n ").Length == 0
            ? new TextSpan(start, end)
            : default;
    }
}
