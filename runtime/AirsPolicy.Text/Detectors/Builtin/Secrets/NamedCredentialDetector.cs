using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials whose form is that of many values: they count where they are assigned to a name that says whose they are.</summary>
internal sealed class NamedCredentialDetector(CredentialKind kind) : AnchoredDetector([.. kind.Words.Select(word => AnchorOf(word, kind))])
{
    private readonly CredentialFormat[] _formats = [.. kind.Formats.Select(CredentialFormat.Parse)];

    public override int Score => (int)Millionths.Whole * 4 / 5;

    public override int FindAt(ReadOnlySpan<char> text, int at, int least, SpanBuffer matches)
    {
        foreach (var anchor in Anchors)
        {
            if (!anchor.StandsAt(text, at) || Assignments.ValueAfter(text, at + anchor.Literal.Length) is not (> 0 and var start)) continue;
            foreach (var format in _formats)
            {
                if (format.End(text, start) is not (> 0 and var end) || !SecretText.IsDrawn(text[start..end], 0)) continue;
                if (kind.IsIssued is { } isIssued && !isIssued(text[start..end])) continue;
                matches.Add(new TextSpan(start, end));
                return end;
            }
        }
        return 0;
    }

    private static Anchor AnchorOf(string word, CredentialKind kind) =>
        new(word, [.. kind.Formats.Select(format => CredentialFormat.Parse(format).TrailBehind(Assignments.Trail))]) { IgnoreCase = true };
}
