using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Hosting.Telemetry;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Hosting;

/// <summary>What waits for people, and what they say of it.</summary>
public sealed partial class PolicyHost
{
    /// <summary>
    /// What waits for people: what is more urgent first, and of the same urgency what was held first. What silence has refused is not among
    /// it.
    /// </summary>
    /// <param name="queue">The queue, by its qualified name; null for all.</param>
    public IReadOnlyList<WaitingRequest> Waiting(string? queue = null) =>
        _active is not { State: { } state }
            ? []
            :
            [
                .. state
                    .Held.All(_clock.Now().UtcTicks)
                    .Where(waiting => queue is null || waiting.Request.Queues.Any(asked => asked.Name == queue)),
            ];

    /// <summary>
    /// Takes the word of a reviewer on what waits. It counts where a person says it who is among the reviewers of the queue, has seen what
    /// waits, did not ask for it and has not approved it before, and where the controls at <c>approval</c> let it. One refusal refuses.
    /// Once everybody has agreed the answer is <see cref="ReviewAnswer.Complete"/>, and the request is decided again with
    /// <see cref="Resume(long, ReadOnlySpan{byte}, out long?)"/>.
    /// </summary>
    /// <param name="waits">The number under which it waits.</param>
    /// <param name="review">What they say, with what they have seen.</param>
    /// <param name="facts">
    /// Facts of <c>approval</c> that the policy adds, one JSON object in UTF-8; empty where it adds none. What the request says of user,
    /// agent, session and run, and who decides, the host knows itself.
    /// </param>
    public ReviewResult Review(long waits, Review review, ReadOnlySpan<byte> facts = default)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (_active is not { State: { } state })
            return s_nothingWaits;
        var now = _clock.Now().UtcTicks;
        var check = state.Held.Check(waits, review, now, out var waiting);
        if (!check.Counts)
            return check;
        if (AgainstPolicy(waiting!.Request, review, facts) is { } refusal)
            return refusal;
        HostKeeping.Begin();
        var result = state.Held.Take(waits, review, _clock.Now().UtcTicks);
        if (result.Counts)
            RecordReview(waits, review, result);
        return Kept(waits, result);
    }

    /// <summary>
    /// The decision on what has waited for people, made again on facts as they are now: who has approved it is among them, and whatever
    /// else blocks it blocks it.
    /// </summary>
    /// <param name="waits">The number under which it waits.</param>
    /// <param name="facts">
    /// The facts, one object in UTF-8: the request as it was approved, and how things stand now. Where they ask for something else nobody
    /// has approved that, and it waits anew.
    /// </param>
    /// <param name="waitsOn">
    /// Where it is held all the same: the number under which it waits, the same as long as it is the same request.
    /// </param>
    /// <returns>The decision; one that blocks and says why where nothing waits under the number any more.</returns>
    public Decision Resume(long waits, ReadOnlySpan<byte> facts, out long? waitsOn)
    {
        var point = _active?.State?.Held.Find(waits, _clock.Now().UtcTicks)?.Request.Decision.Point ?? PointNames.Approval;
        using var span = HostTelemetry.Decision(point);
        HostKeeping.Begin();
        return _telemetry.Decided(span, Kept(Resumed(waits, point, facts, out waitsOn), ref waitsOn), ToolOf(point, facts));
    }

    private Decision Resumed(long waits, string point, ReadOnlySpan<byte> facts, out long? waitsOn)
    {
        waitsOn = null;
        if (_active is not { } active)
            return RecordedAlone(NoPolicy(PointNames.Approval), facts, resumed: waits);
        if (active.State is not { } state)
            return RecordedAlone(
                FailedPoint.Decide(
                    PointNames.Approval,
                    new Failure(FailureKind.Unknown, "Nothing waits for people: the policy holds nothing."),
                    [],
                    active.Bundle.Policy.Bundle),
                facts,
                resumed: waits);
        var number = active.Bundle.Policy.PointNumber(point);
        try
        {
            var scratch = active.Pool.Rent();
            var failure = scratch.Reader.Read(active.Bundle.Layouts[number], facts, scratch.Frame);
            if (failure is not null)
                FittingFacts.Read(active.Bundle.Layouts[number], facts, scratch.Frame, _options.Limits);
            var decision = PastDecisions.Decide(active, state, number, scratch.Frame, failure, scratch, _clock, _requests, waits);
            waitsOn = scratch.Evaluation.Held;
            decision = Ended(active, number, scratch.Frame, decision);
            return Settle(active, scratch, Recorded(active, number, scratch.Frame, scratch, decision, ref waitsOn, waits));
        }
        catch (Exception fault)
        {
            return Broken(active, number, fault, facts, waits);
        }
    }

    /// <summary>
    /// Gives up what waits, or what a reviewer has changed it into, as when whoever asked for it does so: it is refused, without the word
    /// of a reviewer.
    /// </summary>
    /// <returns>False where it waits no more, or the store cannot keep that it does not.</returns>
    public bool GiveUp(long waits)
    {
        HostKeeping.Begin();
        waits = Find(waits)?.Number ?? waits;
        if (_active?.State?.Held.Refuse(waits, _clock.Now().UtcTicks) != true)
            return false;
        Record(EvidenceKind.Review, "given_up", [], held: waits);
        // It is refused here in any case; where that is not kept a restart has it wait again.
        return _keeping?.Unkept() is null;
    }

    /// <summary>What waits under a number, or what a reviewer has changed it into; null where neither waits any more.</summary>
    public WaitingRequest? Find(long waits) => _active?.State?.Held.FindLatest(waits, _clock.Now().UtcTicks);

    /// <summary>
    /// Whether a made-up case, whose right answer the application knows, is to be shown before something else: the draw of the item under
    /// the host's key, so that no reviewer can foretell it. False for a queue without <c>canary</c>.
    /// </summary>
    /// <param name="queue">The queue, by its qualified name.</param>
    /// <param name="item">What would be shown, by an id that it has alone.</param>
    public bool IsCanaryDue(string queue, string item)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(item);
        return _active is { } active
            && active.Bundle.Policy.Tables.Queues.FirstOrDefault(known => known.Name == queue) is { Canary: > 0 and var share }
            && _requests.Draw($"{queue}:canary", item) < share / 1_000_000m;
    }

    /// <summary>A reviewer has decided on a canary; nothing goes on or is refused because of it.</summary>
    /// <param name="queue">The queue, by its qualified name.</param>
    /// <param name="caught">They gave the answer that is known to be right.</param>
    public void CanaryDecided(string queue, bool caught)
    {
        ArgumentNullException.ThrowIfNull(queue);
        _active?.State?.Canaries.Add(queue, caught);
    }

    /// <summary>
    /// What the host itself knows of a queue at this moment, for the readings of <c>signal</c>; what it is where all is well, its SLA and
    /// who is there the application tells.
    /// </summary>
    /// <param name="queue">The queue, by its qualified name.</param>
    public QueueReading ReadingOf(string queue)
    {
        var waiting = Waiting(queue);
        var oldest =
            waiting.Count == 0
                ? TimeSpan.Zero
                : TimeSpan.FromTicks(Math.Max(0, _clock.Now().UtcTicks - waiting.Min(request => request.Request.Since)));
        return new QueueReading(waiting.Count, oldest, (_active?.State?.Canaries.Missed(queue) ?? 0) / 1_000_000m);
    }

    // The controls at 'approval' decide beside what holds of every policy.
    private ReviewResult? AgainstPolicy(HeldRequest request, Review review, ReadOnlySpan<byte> added)
    {
        var facts = Encoding.UTF8.GetBytes(request.FactsOfApproval(review.By));
        if (!added.IsEmpty)
        {
            try
            {
                if (JsonNode.Parse(added) is not JsonObject members)
                    return new ReviewResult(ReviewAnswer.AgainstPolicy, "The facts of the approval are no JSON object.");
                var known = JsonNode.Parse(facts)!.AsObject();
                facts = JoinedFacts.Of(
                    facts,
                    members
                        .Where(member => !known.ContainsKey(member.Key))
                        .Select(member => (member.Key, member.Value?.ToJsonString() ?? "null")));
            }
            catch (Exception fault) when (fault is System.Text.Json.JsonException or ArgumentException)
            {
                return new ReviewResult(ReviewAnswer.AgainstPolicy, $"The facts of the approval cannot be read: {fault.Message}");
            }
        }
        return ApprovalPoint.Refusal(Decide(PointNames.Approval, facts), review);
    }
}
