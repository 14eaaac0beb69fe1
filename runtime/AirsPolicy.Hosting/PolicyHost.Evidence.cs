using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Loading;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting;

/// <summary>What is recorded of what the host does.</summary>
public sealed partial class PolicyHost
{
    /// <summary>Whether evidence is recorded of what is decided.</summary>
    public bool RecordsEvidence => _keeping?.Evidence is not null;

    /// <summary>
    /// An id for <c>request.id</c> that this host takes for its own: all that is decided with it is of one request, and its evidence is
    /// found by it. Nobody else can make one.
    /// </summary>
    public string NewRequestId() => _requests.Issue($"{Guid.CreateVersion7():N}");

    /// <summary>Says what became of something that was decided: evidence that it was carried out, or failed.</summary>
    /// <param name="point">The decision point at which it was decided, such as <c>tool_call</c>.</param>
    /// <param name="request">The id of the request (<see cref="NewRequestId"/>), or null.</param>
    /// <param name="held">The number under which it waited for people, or null.</param>
    /// <param name="fault">Why it failed, or null where it was carried out.</param>
    /// <param name="tool">The tool, or null.</param>
    /// <returns>False where no record can be kept, also where none is to be.</returns>
    public bool Executed(string point, string? request, long? held, string? fault = null, string? tool = null)
    {
        ArgumentNullException.ThrowIfNull(point);
        var outcome = fault is null ? "done" : "failed";
        return Record(EvidenceKind.Execution, outcome, [("tool", tool), ("message", fault)], point, request, held);
    }

    /// <summary>
    /// Signs the head of the evidence as it is, and waits until it is kept: at the end of the application, or to hand it on.
    /// </summary>
    /// <returns>Why it is not kept, or null.</returns>
    public string? SignEvidence() =>
        _keeping?.Evidence?.Sign() is > 0 and var number ? _options.Store!.Wait(number, _options.StoreTimeout) : null;

    // A decision of which there is no evidence must not go on, unless the host is told otherwise.
    private Decision Recorded(
        ActivePolicy active,
        int point,
        FactFrame facts,
        EvaluationScratch scratch,
        Decision decision,
        ref long? waits,
        long? resumed = null)
    {
        if (_keeping?.Evidence is not { } evidence)
            return decision;
        var policy = active.Bundle.Policy;
        var written = policy.Past.Holds.FactsOf(point, facts, evidence.Options.MostFactsBytes);
        var audit = scratch.Recorder.Record(decision, written ?? "{}"u8.ToArray());
        var record = new EvidenceRecord(waits is null ? EvidenceKind.Decision : EvidenceKind.Hold, _clock.Now())
        {
            Point = decision.Point,
            Outcome = DecisionWords.Of(decision.Outcome),
            Controls = [.. decision.Fired.Select(rule => rule.Origin.Control)],
            Request = active.Bundle.HostSlots[point].RequestId(facts),
            Held = waits ?? resumed,
            Bundle = decision.Bundle,
            Content = RecordedChange.Content(
                ("decision", DecisionJson.ToText(audit.Decision)),
                ("facts", written is null ? null : audit.Facts),
                ("digest", written is null ? null : audit.Digest)),
        };
        // A store that cannot keep at this moment may lose what it was given. What goes on nowhere stays as strict as it is.
        if ((_keeping.Record(record) && _options.Store!.Health.Fault is null)
            || !evidence.Options.RefusesUnrecorded
            || decision.Outcome > Outcome.Hold)
            return decision;
        if (waits is { } held)
            active.State?.Held.Refuse(held, _clock.Now().UtcTicks);
        waits = null;
        return FailedPoint.Decide(decision.Point, Unrecorded(), [], decision.Bundle);
    }

    // Whoever reads it at night is told what to do, and not where to look for it.
    private Failure Unrecorded() => new(
        FailureKind.Provider,
        "No evidence of the decision can be kept, and the host is to decide nothing of which there is none: "
        + (_options.Store!.Health.Fault ?? "the store was just given more than it can take, and goes on by itself."));

    /// <summary>
    /// The same decision, with its record. No engine has made it, so that nothing can be masked: the record holds of the facts their digest
    /// alone, and of a fault its type. The decision goes on nowhere, with or without a record.
    /// </summary>
    /// <param name="facts">The facts as they were received; empty where they are no JSON.</param>
    /// <param name="fault">What broke off the decision, or null.</param>
    /// <param name="resumed">The number under which it has waited, or null.</param>
    internal Decision RecordedAlone(
        Decision decision,
        ReadOnlySpan<byte> facts = default,
        Exception? fault = null,
        long? resumed = null)
    {
        if (_keeping?.Evidence is not { } evidence)
            return decision;
        try
        {
            _keeping.Record(new EvidenceRecord(EvidenceKind.Decision, _clock.Now())
            {
                // The caller names the point, and maybe none that there is.
                Point = EvidenceNames.IsName(decision.Point) ? decision.Point : null,
                Outcome = DecisionWords.Of(decision.Outcome),
                Controls = [.. decision.Fired.Select(rule => rule.Origin.Control).Where(name => EvidenceNames.IsName(name))],
                Held = resumed is >= 0 ? resumed : null,
                Bundle = decision.Bundle,
                Content = RecordedChange.Content(
                    ("message", fault is null ? decision.Failure?.Detail : $"The host is at fault: {fault.GetType().Name}."),
                    ("digest", facts.IsEmpty ? null : MaskedFacts.DigestOf(facts))),
            });
        }
        // A clock that is broken may be the fault: the decision stands, and the record is missing.
        catch (Exception)
        {
            evidence.Miss();
        }
        return decision;
    }

    private Decision Broken(ActivePolicy active, int point, Exception fault, ReadOnlySpan<byte> facts = default, long? resumed = null) =>
        RecordedAlone(active.Bundle.Policy.Refuse(point, fault), facts, fault, resumed);

    private void RecordReview(long waits, Review review, ReviewResult result) => Record(
        EvidenceKind.Review,
        result.Answer.ToString().ToLowerInvariant(),
        [("by", review.By.Id), ("roles", string.Join(' ', review.By.Roles)), ("queue", review.Queue), ("message", result.Message)],
        held: waits);

    private void Decides(LoadedBundle bundle)
    {
        if (_keeping?.Evidence is not { } evidence)
            return;
        evidence.Rules = bundle.Policy.Audit;
        Record(EvidenceKind.Reload, null, [("package", bundle.Manifest.Package), ("version", bundle.Manifest.PolicyVersion)]);
    }

    private bool Record(
        EvidenceKind kind,
        string? outcome,
        IEnumerable<(string Name, string? Text)> content,
        string? point = null,
        string? request = null,
        long? held = null) =>
        RecordsEvidence
        && _keeping!.Record(new EvidenceRecord(kind, _clock.Now())
        {
            Point = point,
            Outcome = outcome,
            Request = request,
            Held = held,
            Bundle = Digest,
            Content = RecordedChange.Content(content),
        });
}
