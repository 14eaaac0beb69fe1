using System.Buffers;
using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials that hold characters that their issuer puts into no other, most at the beginning.</summary>
internal sealed class CredentialDetector(CredentialKind kind) : IBuiltinDetector
{
    private readonly CredentialFormat[] _formats = [.. kind.Formats.Select(CredentialFormat.Parse)];

    public TextViewKind View => TextViewKind.Plain;

    public RequiredParts Required { get; } = RequiredParts.AnyOf([.. kind.Formats.Select(format => CredentialFormat.Parse(format).Anchor).Distinct(StringComparer.Ordinal)]);

    public BuiltinWindow? Window { get; } = WindowOf([.. kind.Formats.Select(CredentialFormat.Parse)]);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        foreach (var format in _formats)
            Find(format, text.Text, matches);
    }

    // A credential is one row of its characters; a form that has spaces would make one row of whole texts.
    private static BuiltinWindow? WindowOf(CredentialFormat[] formats)
    {
        char[] parts = [.. formats.SelectMany(format => format.Characters).Distinct()];
        return Array.Exists(parts, char.IsWhiteSpace)
            ? null
            : new BuiltinWindow(SearchValues.Create(parts), Gap: 0, formats.Min(format => format.Least), Before: 0, After: 0, Context: 2);
    }

    private void Find(CredentialFormat format, ReadOnlySpan<char> text, SpanBuffer matches)
    {
        for (var from = 0; text[from..].IndexOf(format.Anchor, StringComparison.Ordinal) is var index and >= 0;)
        {
            var anchor = from + index;
            from = anchor + 1;
            for (var start = Math.Max(0, anchor - format.MostAhead); start <= anchor - format.LeastAhead; start++)
            {
                if (EndOf(format, text, start, anchor) is not (> 0 and var end)) continue;
                matches.Add(new TextSpan(start, end));
                from = end;
                break;
            }
        }
    }

    private int EndOf(CredentialFormat format, ReadOnlySpan<char> text, int start, int anchor)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]) && char.IsAsciiLetterOrDigit(text[start])) return 0;
        var end = format.End(text, start);
        if (end == 0 || !SecretText.IsDrawn(text[start..end], anchor == start ? format.Anchor.Length : 0)) return 0;
        if (kind.IsIssued is { } isIssued && !isIssued(text[start..end])) return 0;
        return IsBeginningOfAnother(text, start, end) ? 0 : end;
    }

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
