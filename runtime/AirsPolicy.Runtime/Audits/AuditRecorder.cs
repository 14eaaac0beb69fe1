using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Runtime.Audits;

/// <summary>
/// Says what is recorded of a decision, from the decision and its facts alone. Time and memory are linear in the facts, which are bounded.
/// What cannot be masked is not recorded: its digest is. One thread at a time.
/// </summary>
public sealed class AuditRecorder
{
    private readonly AuditRules _rules;
    private readonly DetectorSet _detectors;
    private readonly FactLimits _limits;
    private MaskingTexts _masking;

    internal AuditRecorder(AuditRules rules, DetectorSet detectors, FactLimits limits)
    {
        (_rules, _detectors, _limits) = (rules, detectors, limits);
        _masking = new MaskingTexts(detectors, rules.Masks);
    }

    /// <summary>The record of a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="facts">The facts that it was made of, as JSON in UTF-8; what cannot be read of them is not recorded.</param>
    public AuditRecord Record(Decision decision, ReadOnlyMemory<byte> facts)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var digest = MaskedFacts.DigestOf(facts.Span);
        var shown = Masked(decision);
        if (facts.Length > _limits.MaxFactsBytes)
            return WithoutFacts(shown, digest, LeftOutCause.OverLimit);
        try
        {
            using var document = JsonDocument.Parse(
                facts,
                new JsonDocumentOptions { MaxDepth = FactLimits.MaxDepth, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return WithoutFacts(shown, digest, LeftOutCause.Unreadable);
            var written = new MaskedFacts(_masking, _rules, _limits);
            var text = written.Write(document.RootElement);
            return new AuditRecord(shown, _rules.Record, text, digest, written.LeftOut.ToValueList(), written.Masked.ToValueList());
        }
        // A text with half a character in it throws where it is asked for.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            Renew();
            return WithoutFacts(shown, digest, LeftOutCause.Unreadable);
        }
        // Whatever went wrong, what was not masked must not be written down.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Renew();
            return WithoutFacts(shown, digest, LeftOutCause.Failed);
        }
    }

    private AuditRecord WithoutFacts(Decision decision, string digest, LeftOutCause cause) =>
        new(decision, _rules.Record, null, digest, [new LeftOutFact("", cause, digest)], []);

    private Decision Masked(Decision decision)
    {
        try
        {
            return MaskedDecision.Of(decision, text => _masking.Mask(text));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Renew();
            return MaskedDecision.Of(decision, static _ => "");
        }
    }

    // Memory that met a fault may be half changed.
    private void Renew() => _masking = new MaskingTexts(_detectors, _rules.Masks);
}
