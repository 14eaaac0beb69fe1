using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>A text as it goes on after a decision, as a test sees it: labels are numbered within the text, digests have no key.</summary>
internal static class AmendedText
{
    /// <param name="text">The text as it came.</param>
    /// <param name="pointer">Its JSON pointer in the facts.</param>
    /// <param name="change">How the content changes.</param>
    public static string Of(string text, string pointer, ContentChange change)
    {
        if (change.Replacement is { } replacement)
            return replacement;
        var redacted = Redact(text, [.. change.Redactions.Where(r => r.Path == pointer)]);
        var cut = CutToBytes(CutToCharacters(redacted, change.CutToCharacters), change.CutToBytes);
        return string.Join("\n\n", change.Appended.Prepend(cut));
    }

    private static string Redact(string text, List<Redaction> redactions)
    {
        var labels = new List<(string Kind, string Finding)>();
        var result = new StringBuilder();
        var end = 0;
        foreach (var redaction in redactions)
        {
            result.Append(text, end, redaction.Start - end).Append(Hide(redaction, text[redaction.Start..redaction.End], labels));
            end = redaction.End;
        }
        return result.Append(text, end, text.Length - end).ToString();
    }

    private static string Hide(Redaction redaction, string finding, List<(string Kind, string Finding)> labels) => redaction.Method switch
    {
        RedactionMethod.Label => string.Create(CultureInfo.InvariantCulture, $"[{redaction.Kind}-{Number((redaction.Kind, finding), labels)}]"),
        RedactionMethod.Hash => $"[{redaction.Kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(finding)))[..16]}]",
        RedactionMethod.Mask => new string('*', finding.EnumerateRunes().Count()),
        _ => "",
    };

    // The same finding has the same number; each kind counts for itself.
    private static int Number((string Kind, string Finding) label, List<(string Kind, string Finding)> labels)
    {
        if (!labels.Contains(label))
            labels.Add(label);
        return labels.Where(l => l.Kind == label.Kind).ToList().IndexOf(label) + 1;
    }

    private static string CutToCharacters(string text, long? limit) =>
        limit is { } most ? string.Concat(text.EnumerateRunes().Take((int)Math.Min(most, int.MaxValue))) : text;

    private static string CutToBytes(string text, long? limit)
    {
        var bytes = 0L;
        return limit is { } most ? string.Concat(text.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= most)) : text;
    }
}
