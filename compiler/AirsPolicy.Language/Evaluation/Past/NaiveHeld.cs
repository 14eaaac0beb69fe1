using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Facts;
using AirsPolicy.Language.Evaluation.Points;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State.Queues;

namespace AirsPolicy.Language.Evaluation.Past;

/// <summary>
/// What waits for people and who has approved it: the meaning of holds, by reading the facts by name. Only the text of the facts that
/// people approve, and its digest, is the runtime's.
/// </summary>
internal sealed class NaiveHeld(PolicyModel model)
{
    /// <summary>The decision where holds of which enough different people have approved stop nothing any more.</summary>
    public Decision Met(PolicyPoint point, FactFrame facts, Decision decision)
    {
        if (decision.Outcome > Outcome.Hold || decision.Holds.Count == 0)
            return decision;
        var approvals = Approvals(point, facts);
        var waiting = decision
            .Holds.Where(hold => approvals.Count(approval => approval.Queue == hold.Queue) < Needed(hold.Queue))
            .ToValueList();
        if (waiting.Count == decision.Holds.Count)
            return decision;
        var others = decision
            .Fired.SelectMany(rule => rule.Effects)
            .Where(effect => effect is not HoldEffect)
            .Select(effect => effect.Outcome);
        var outcome = waiting.Count > 0 ? decision.Outcome : others.Prepend(Outcome.Allow).Max();
        return decision with { Holds = waiting, Outcome = outcome };
    }

    /// <summary>What waits where a decision is held.</summary>
    /// <param name="point">The decision point.</param>
    /// <param name="facts">The facts that were decided on.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="now">When it was made.</param>
    /// <param name="before">What has waited and is held again, or null: of the same request everything is due when it was.</param>
    public HeldRequest Of(PolicyPoint point, FactFrame facts, Decision decision, long now, HeldRequest? before)
    {
        var (digest, tool) = (DigestOf(point, facts, decision), point.ToolNumber(facts));
        var same = before?.Digest == digest ? before : null;
        var askers = new[] { Text(point, facts, "user", "id"), Text(point, facts, "request", "user") };
        return new HeldRequest(
            decision,
            tool >= 0 ? point.Layout.Layout.Tools[tool].WireName : Text(point, facts, "tool"),
            askers.OfType<string>().Where(asker => !string.IsNullOrWhiteSpace(asker)).Distinct().ToValueList(),
            digest,
            same?.Since ?? now,
            decision.Holds.Select(hold => Asked(hold, now, same?.Queues.FirstOrDefault(queue => queue.Name == hold.Queue))).ToValueList(),
            point.Held.Common(facts));
    }

    /// <summary>What an approval of a decision is bound to.</summary>
    public static string DigestOf(PolicyPoint point, FactFrame facts, Decision decision) =>
        point.Held.Digest(decision, facts, point.ToolNumber(facts));

    private AskedPeople Asked(HoldEffect hold, long now, AskedPeople? before)
    {
        // A hold for a queue that nobody has declared is one that nobody can approve.
        var queue = model.Queues.FirstOrDefault(known => known.Name == hold.Queue)?.ToDefinition();
        var due = hold.Ticks is { } ticks ? Int128.Min((Int128)now + Math.Max(0, ticks), long.MaxValue) : long.MaxValue;
        return new AskedPeople(hold.Queue, queue?.Reviewers ?? [], Needed(hold.Queue), before?.Due ?? (long)due)
        {
            Since = before?.Since ?? now,
            HandsOn = queue?.HandsOn ?? [],
            Priority = queue?.Priority ?? ReviewPriority.Normal,
        };
    }

    private int Needed(string queue) => model.Queues.FirstOrDefault(known => known.Name == queue)?.Approvals ?? int.MaxValue;

    // Each person counts once in a queue.
    private static List<Approval> Approvals(PolicyPoint point, FactFrame facts) =>
        Read(point, facts, "approvals") is not ListValue given
            ? []
            :
            [
                .. from approval in given.Items.OfType<RecordValue>()
                let queue = approval.Find("queue") as TextValue
                let person = approval.Find("by") as TextValue
                where queue is not null && person is not null
                group person.Text by new Approval(queue.Text, person.Text) into same
                select same.Key,
            ];

    private static string? Text(PolicyPoint point, FactFrame facts, params string[] path) =>
        (Read(point, facts, path) as TextValue)?.Text;

    private static Value? Read(PolicyPoint point, FactFrame facts, params string[] path)
    {
        var places = point.PlacesFor(facts).Places;
        return places.Find([.. path]) is null ? null : new FactSource(places, facts).Read([.. path]);
    }
}
