using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials that hold characters that their issuer puts into no other, most at the beginning.</summary>
internal sealed class CredentialDetector(CredentialKind kind)
    : AnchoredDetector([.. kind.Formats.Select(CredentialFormat.Parse).Select(format => AnchorOf(format, kind))])
{
    private const string Scheme = "https://", Zeros = "AAAAA";

    private readonly CredentialFormat[] _formats = [.. kind.Formats.Select(CredentialFormat.Parse)];

    public override int FindAt(ReadOnlySpan<char> text, int at, int least, SpanBuffer matches)
    {
        foreach (var format in _formats)
        {
            if (!text[at..].StartsWith(format.Anchor, StringComparison.Ordinal)) continue;
            for (var start = Math.Max(least, at - format.MostAhead); start <= at - format.LeastAhead; start++)
            {
                if (EndOf(format, text, start, at) is not (> 0 and var end)) continue;
                matches.Add(new TextSpan(StartOf(text, start, least), end));
                return end;
            }
        }
        return 0;
    }

    private static Anchor AnchorOf(CredentialFormat format, CredentialKind kind)
    {
        var most = format.MostAhead + (kind.IsUrl ? Scheme.Length : 0);
        return new Anchor(format.Anchor, format.Trail)
        {
            IsFound = true,
            MostAhead = most,
            Ahead = most == 0 ? null : format.AheadWith(kind.IsUrl ? Scheme : ""),
        };
    }

    private int StartOf(ReadOnlySpan<char> text, int start, int least) =>
        kind.IsUrl && start - Scheme.Length >= least && text[..start].EndsWith(Scheme, StringComparison.Ordinal)
            ? start - Scheme.Length
            : start + kind.Lead;

    private int EndOf(CredentialFormat format, ReadOnlySpan<char> text, int start, int anchor)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]) && char.IsAsciiLetterOrDigit(text[start])) return 0;
        var end = format.End(text, start, anchor);
        if (end == 0 || !SecretText.IsDrawn(text[start..end], PrefixOf(format, text[start..end], anchor - start))) return 0;
        if (kind.IsIssued is { } isIssued && !isIssued(text[start..end])) return 0;
        return IsBeginningOfAnother(text, start, end) ? 0 : end;
    }

    private int PrefixOf(CredentialFormat format, ReadOnlySpan<char> credential, int anchor) =>
        kind.HasZeros ? credential.LastIndexOf(Zeros, StringComparison.Ordinal) + Zeros.Length : anchor == 0 ? format.Anchor.Length : 0;

    // Another form may be one of these with more behind it.
    private bool IsBeginningOfAnother(ReadOnlySpan<char> text, int start, int end)
    {
        foreach (var format in _formats)
        {
            if (format.End(text, start) > end) return true;
        }
        return false;
    }
}
