using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// Carries a change of content out on its texts: replace, or else redact, cut and append, in this order. Drops are of lists, not of texts,
/// and are the host's. Spans are those of the original; one that reaches into half of a surrogate pair hides the whole character, and what
/// lies outside the text is passed over.
/// </summary>
public static class ContentApplication
{
    /// <summary>
    /// The primary text of the point as it goes on: replaced, or with redactions, the shortest cut and the appended texts.
    /// </summary>
    /// <remarks>
    /// A cut leaves whole Unicode scalars and counts what redaction has left; appended texts are not cut. Each stands on a line
    /// of its own behind the content.
    /// </remarks>
    /// <param name="change">The change.</param>
    /// <param name="path">The text, as a JSON pointer into the facts.</param>
    /// <param name="original">The text that the decision was made of.</param>
    /// <param name="labels">Names what is hidden.</param>
    public static string Apply([NotNull] this ContentChange change, string path, string original, RedactionLabels labels)
    {
        if (change.Replacement is { } replacement)
            return replacement;
        var text = change.Redact(path, original, labels);
        if (change.CutToCharacters is not null || change.CutToBytes is not null)
            text = text[..ScalarPrefix.Length(text, change.CutToCharacters ?? long.MaxValue, change.CutToBytes ?? long.MaxValue)];
        return change.Appended.Count == 0 ? text : Append(text, change);
    }

    /// <summary>A text that is not the primary one as it goes on: with its redactions.</summary>
    /// <inheritdoc cref="Apply"/>
    public static string Redact(
        [NotNull] this ContentChange change,
        string path,
        [NotNull] string original,
        [NotNull] RedactionLabels labels)
    {
        var text = new StringBuilder();
        var kept = 0;
        foreach (var redaction in change.Redactions)
        {
            if (redaction.Path != path)
                continue;
            var start = Math.Max(kept, Outwards(original, redaction.Start, -1));
            var end = Outwards(original, redaction.End, 1);
            if (end <= start)
                continue;
            text.Append(original, kept, start - kept)
                .Append(labels.Substitute(redaction.Method, redaction.Kind, original.AsSpan(start, end - start)));
            kept = end;
        }
        return kept == 0 ? original : text.Append(original, kept, original.Length - kept).ToString();
    }

    private static int Outwards(string text, int at, int direction)
    {
        at = Math.Clamp(at, 0, text.Length);
        return at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at + direction : at;
    }

    private static string Append(string text, ContentChange change)
    {
        var longer = new StringBuilder(text);
        foreach (var appended in change.Appended)
        {
            if (longer.Length > 0 && longer[^1] != '\n')
                longer.Append('\n');
            longer.Append(appended);
        }
        return longer.ToString();
    }
}
