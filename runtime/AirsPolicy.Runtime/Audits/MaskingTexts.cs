using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Runtime.Audits;

/// <summary>Hides what detectors find in texts, as <c>redact … as mask</c> does. One thread at a time.</summary>
internal sealed class MaskingTexts
{
    // Masks ask for no number and no hash, so that nothing is named.
    private static readonly RedactionLabels s_noLabels = RedactionLabels.WithoutNumbers([]);

    private readonly (int Number, string Name)[] _masks;
    private readonly DetectorScratch _scratch;

    public MaskingTexts(DetectorSet detectors, ValueList<string> masks)
    {
        _masks = [.. masks.Select(mask => (detectors.NumberOf(mask), mask))];
        _scratch = new DetectorScratch(detectors);
    }

    /// <summary>A text as it is recorded.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Takes what is found: the detector, and in how many places.</param>
    public string Mask(string text, Action<string, int>? found = null)
    {
        List<RedactEffect>? hidden = null;
        foreach (var (number, name) in _masks)
        {
            var matches = _scratch.Ask(number, text);
            if (matches.Count == 0)
                continue;
            var spans = new RedactedSpan[matches.Count];
            for (var i = 0; i < spans.Length; i++)
                spans[i] = new RedactedSpan(matches[i].Start, matches[i].End);
            (hidden ??= []).Add(new RedactEffect("", ValueList.Create<RedactedSpan>(spans), RedactionMethod.Mask, name));
            found?.Invoke(name, spans.Length);
        }
        return hidden is null ? text : (ContentChange.None with { Redactions = RedactionJoin.Join(hidden) }).Redact("", text, s_noLabels);
    }
}
