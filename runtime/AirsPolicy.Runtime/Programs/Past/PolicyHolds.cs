using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>Decisions that wait for people, and are made again once they have agreed.</summary>
internal sealed class PolicyHolds(CompiledPolicy policy)
{
    private readonly HeldFacts[] _facts = [.. policy.Tables.Points.Select(point => new HeldFacts(point.Layout))];
    private readonly HeldContent[] _content = [.. policy.Tables.Points.Select(point => new HeldContent(point.Layout))];
    private readonly Dictionary<string, QueueDefinition> _queues = policy.Tables.Queues.ToDictionary(
        queue => queue.Name,
        StringComparer.Ordinal);

    /// <summary>Whether a decision of the policy can wait for people.</summary>
    public bool CanHold { get; } = policy.Tables.HasEffect(effect => effect is HoldEffect);

    /// <summary>Puts who has approved among the facts, over what they say of it: it is never the request's to say.</summary>
    public void PutApprovals(in Turn turn) => _facts[turn.Point].Put(turn.Facts, turn.Claim?.Counting ?? []);

    /// <summary>The same where nothing has waited.</summary>
    public void PutNoApprovals(int point, FactFrame facts) => _facts[point].Put(facts, []);

    /// <summary>The decision where holds of which enough people have approved are met.</summary>
    public Decision Met(int point, FactFrame facts, Decision decision) =>
        _facts[point].Met(decision, facts, queue => QueueOf(queue).Approvals);

    /// <summary>
    /// Whether what has been approved is something else than what a decision would let go on; from then on it counts for nothing.
    /// </summary>
    public bool IsOfOther(in Turn turn, Decision decision) =>
        turn.Claim is { IsOfOther: false, Approvals.Count: > 0 } claim
        && (claim.IsOfOther = claim.Decision.Request?.Digest != _facts[turn.Point].Digest(decision, turn.Facts, turn.Tool));

    /// <summary>The decision as far as it needs no past; approvals of something else count for nothing.</summary>
    public Decision Approved(in Turn turn)
    {
        var decision = policy.DecideApproved(turn.Point, turn.Facts, turn.Evaluation);
        if (decision.Outcome > Outcome.Hold || !IsOfOther(turn, decision))
            return decision;
        PutApprovals(turn);
        return policy.DecideApproved(turn.Point, turn.Facts, turn.Evaluation);
    }

    /// <summary>The facts of a decision, one JSON object in UTF-8, without the answers of models; null where they take more than that.</summary>
    public byte[]? FactsOf(int point, FactFrame facts, int most) =>
        _content[point].Of(facts, policy.Point(point).Tool(facts), most);

    /// <summary>Has a decision wait where it is held; any other is given back as it is.</summary>
    public Decision Wait(in Turn turn, Decision decision)
    {
        if (decision.Outcome != Outcome.Hold)
            return decision;
        turn.Evaluation.Held = Add(turn, decision, reservation: null, onRefusal: []);
        return turn.Evaluation.Held is null ? policy.Unkept(turn.Point, HeldDecisions.TooMany) : decision;
    }

    /// <summary>Has a decision wait, and gives its number; null where too many do.</summary>
    /// <param name="turn">The decision under way.</param>
    /// <param name="decision">What it came to.</param>
    /// <param name="reservation">What is set aside for it in limits, or null.</param>
    /// <param name="onRefusal">What is written down where it is refused.</param>
    public long? Add(in Turn turn, Decision decision, long? reservation, RecordedEvent[] onRefusal)
    {
        var (state, claim) = (turn.State, turn.Claim);
        var request = _facts[turn.Point].Of(decision, turn.Facts, QueueOf, turn.Tool, turn.Now, claim?.Decision.Request);
        if (claim?.Edited is { } by)
            request = Edited(request, claim.Decision.Request!, by);
        var onSilence = policy.Past.Halts.OnSilence(turn, decision, request.Due);
        var facts = _content[turn.Point].Of(turn.Facts, turn.Tool, state.Held.Limits.MostFactsBytes);
        var held = new HeldDecision(
            request.Due,
            state.Events,
            onRefusal,
            state.Limits,
            reservation,
            state.Halts,
            onSilence,
            request,
            facts);
        return claim is null ? state.Held.Add(held) : state.Held.Hold(claim, held, turn.Now);
    }

    // A change gains no time, and what needs nobody any more needs whoever has changed it.
    private static HeldRequest Edited(HeldRequest request, HeldRequest before, Approval by)
    {
        IEnumerable<AskedPeople> queues = request.Queues;
        if (request.Queues.Count == 0)
            queues = before.Queues.Where(queue => queue.Name == by.Queue).Select(queue => queue with { Approvals = 1 });
        return request with
        {
            Since = before.Since,
            Queues = queues.Select(queue => queue with { Due = Math.Min(queue.Due, before.Due) }).ToValueList(),
        };
    }

    // A hold for a queue that nobody has declared is one that nobody can approve.
    private QueueDefinition QueueOf(string name) => _queues.GetValueOrDefault(name) ?? new QueueDefinition(name, [], int.MaxValue);
}
