using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>
/// Unites redacted spans of each text: spans that overlap become one, which takes the strictest method and the ordinally least
/// kind of its parts. Spans that only touch stay apart, so that two neighbouring findings keep their own labels.
/// </summary>
internal static class RedactionJoin
{
    public static ValueList<Redaction> Join(IEnumerable<RedactEffect> effects)
    {
        var spans = effects
            .SelectMany(e => e.Spans.Where(s => s.Start < s.End).Select(s => new Redaction(e.Path, s.Start, s.End, e.Method, e.Kind)))
            .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Start).ThenBy(r => r.End);
        var united = new List<Redaction>();
        foreach (var span in spans)
        {
            if (united.Count > 0 && united[^1] is var last && last.Path == span.Path && span.Start < last.End)
                united[^1] = Unite(last, span);
            else
                united.Add(span);
        }
        return united.ToValueList();
    }

    private static Redaction Unite(Redaction a, Redaction b) => new(
        a.Path,
        Math.Min(a.Start, b.Start),
        Math.Max(a.End, b.End),
        a.Method > b.Method ? a.Method : b.Method,
        string.CompareOrdinal(a.Kind, b.Kind) <= 0 ? a.Kind : b.Kind);
}
