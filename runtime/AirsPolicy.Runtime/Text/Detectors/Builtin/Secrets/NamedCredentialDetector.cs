using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials whose form is that of many values: they count where they are assigned to a name that says whose they are.</summary>
internal sealed class NamedCredentialDetector(CredentialKind kind) : IBuiltinDetector
{
    private readonly CredentialFormat[] _formats = [.. kind.Formats.Select(CredentialFormat.Parse)];

    public TextViewKind View => TextViewKind.Plain;

    public int Score => (int)ShareShape.Whole * 4 / 5;

    public RequiredParts Required { get; } = RequiredParts.AnyOf(kind.Words) with { IgnoreCase = true };

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var plain = text.Text;
        foreach (var word in kind.Words)
        {
            for (var from = 0; plain[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is var index and >= 0;)
            {
                from += index + word.Length;
                if (Assignments.ValueAfter(plain, from) is not (> 0 and var start)) continue;
                foreach (var format in _formats)
                {
                    if (format.End(plain, start) is not (> 0 and var end) || !SecretText.IsDrawn(plain[start..end], 0)) continue;
                    if (kind.IsIssued is { } isIssued && !isIssued(plain[start..end])) continue;
                    matches.Add(new TextSpan(start, end));
                    from = end;
                    break;
                }
            }
        }
    }
}
