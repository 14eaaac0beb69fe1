using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.State.Queues;

/// <summary>What the facts of a point say of a request that is held: what it asks for, who asks, and who has approved it.</summary>
public sealed class HeldFacts
{
    private static readonly string[][] s_askers = [["user", "id"], ["request", "user"]];
    private static readonly string[][] s_who = [.. s_askers, ["agent", "id"], ["session", "id"]];
    private static readonly string[] s_common = ["agent", "pace", "run", "session", "user"];

    // The conversation is long, and says nothing of the request. How far the run has come is told anew when a reviewer decides.
    private static readonly string[] s_leftOut = ["transcript", "followed", "missing"];

    private readonly PointLayout _layout;
    private readonly int _approvals;
    private readonly Lazy<(FactPart Whole, FactPart[] Members)[]> _common;
    private readonly Lazy<FactPart[]> _who;
    private readonly Lazy<FactPart[][]> _asked;

    /// <summary>Finds the places of a point.</summary>
    public HeldFacts(PointLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _layout = layout;
        _approvals = SlotLayout.Find(layout.Facts, ["approvals"]) is { Shape: ListShape } approvals ? approvals.Offset : -1;
        _common = new Lazy<(FactPart, FactPart[])[]>(() =>
            [
                .. s_common
                    .Select(name => FactPart.Of(layout.Facts, 0, [name]))
                    .OfType<FactPart>()
                    .Select(whole => (whole, MembersOf(whole))),
            ]);
        _who = new Lazy<FactPart[]>(() => [.. s_who.Select(path => FactPart.Of(layout.Facts, 0, path)).OfType<FactPart>()]);
        // By the number of the tool plus one; the first for where none is declared.
        _asked = new Lazy<FactPart[][]>(() => [Asked(null), .. layout.Tools.Select(Asked)]);
    }

    /// <summary>Puts who has approved the request among its facts, over what they say of it.</summary>
    public void Put(FactFrame facts, IReadOnlyList<Approval> approvals)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(approvals);
        if (_approvals < 0)
            return;
        if (approvals.Count == 0)
        {
            facts.Set(_approvals, Handle.Empty);
            return;
        }
        var item = (RecordShape)((ListShape)SlotLayout.Find(_layout.Facts, ["approvals"])!.Value.Shape).Element;
        var (width, queue, by) = (SlotLayout.Width(item), SlotLayout.Offset(item, "queue"), SlotLayout.Offset(item, "by"));
        var first = facts.AddValueSlots(approvals.Count * width);
        foreach (var (number, approval) in approvals.Index())
        {
            facts.Set(first + number * width, 1);
            facts.Set(first + number * width + queue, facts.AddValue(approval.Queue));
            facts.Set(first + number * width + by, facts.AddValue(approval.By));
        }
        facts.Set(_approvals, Handle.Of(first, approvals.Count));
    }

    /// <summary>Who has approved the request, as its facts say.</summary>
    public IReadOnlyList<Approval> Approvals(FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (_approvals < 0 || !facts.Has(_approvals) || Handle.Length(facts.Long(_approvals)) == 0)
            return [];
        var item = (RecordShape)((ListShape)SlotLayout.Find(_layout.Facts, ["approvals"])!.Value.Shape).Element;
        var (width, queue, by) = (SlotLayout.Width(item), SlotLayout.Offset(item, "queue"), SlotLayout.Offset(item, "by"));
        var (list, found) = (facts.Long(_approvals), new List<Approval>());
        for (var at = Handle.Start(list); at < Handle.Start(list) + Handle.Length(list) * width; at += width)
        {
            if (facts.Has(at + queue) && facts.Has(at + by))
                found.Add(new Approval(facts.Chars(facts.Long(at + queue)).ToString(), facts.Chars(facts.Long(at + by)).ToString()));
        }
        return found;
    }

    /// <summary>The decision where holds of which enough people have approved are met: they stop nothing any more.</summary>
    /// <param name="facts">The facts that were decided on; who has approved is among them.</param>
    /// <param name="needed">How many different people a queue asks for.</param>
    public Decision Met(Decision decision, FactFrame facts, Func<string, int> needed)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(needed);
        return decision.Holds.Count == 0 || Approvals(facts) is not { Count: > 0 } approvals
            ? decision
            : HoldJoin.Met(
                decision,
                queue =>
                    approvals
                        .Where(approval => approval.Queue == queue)
                        .Select(approval => approval.By)
                        .Distinct(StringComparer.Ordinal)
                        .Count() >= needed(queue));
    }

    /// <summary>The request as it waits.</summary>
    /// <param name="decision">The decision that holds it.</param>
    /// <param name="queueOf">The queue of a name.</param>
    /// <param name="before">
    /// What has waited and is held again, or null: where it is the same request, what was asked of people is due when it was.
    /// </param>
    /// <param name="tool">The number of the declared tool; -1 where there is none.</param>
    public HeldRequest Of(
        Decision decision,
        FactFrame facts,
        Func<string, QueueDefinition> queueOf,
        int tool,
        long now,
        HeldRequest? before = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(queueOf);
        var digest = Digest(decision, facts, tool);
        if (before?.Digest != digest)
            before = null;
        var queues = decision.Holds.Select(hold =>
        {
            var queue = queueOf(hold.Queue);
            var known = before?.Queues.FirstOrDefault(known => known.Name == hold.Queue);
            return new AskedPeople(hold.Queue, queue.Reviewers, queue.Approvals, known?.Due ?? DueOf(hold.Ticks, now))
            {
                Since = known?.Since ?? now,
                HandsOn = queue.HandsOn,
                Priority = queue.Priority,
            };
        }).ToValueList();
        return new HeldRequest(
            decision,
            ToolOf(facts, tool),
            s_askers
                .Select(path => TextAt(facts, path))
                .OfType<string>()
                .Where(asker => !string.IsNullOrWhiteSpace(asker))
                .Distinct(StringComparer.Ordinal)
                .ToValueList(),
            digest,
            before?.Since ?? now,
            queues,
            Common(facts));
    }

    /// <summary>What an approval of a decision is bound to, in lower-case hexadecimal.</summary>
    public string Digest(Decision decision, FactFrame facts, int tool)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(facts);
        var content = new StringBuilder(_layout.Point).Append('\n');
        foreach (var part in _asked.Value[tool + 1].Concat(_who.Value))
            content.Append(part.Name).Append('=').Append(part.Text(facts)).Append('\n');
        content.Append(DecisionJson.ToText(new Decision { Point = _layout.Point, Outcome = Outcome.Allow, Content = decision.Content }));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    // A time from the facts may be negative: it is over at once.
    private static long DueOf(long? ticks, long now) =>
        ticks is not { } time || time > long.MaxValue - now ? long.MaxValue : now + Math.Max(0, time);

    /// <summary>What the facts say of user, agent, session and run, as members of a JSON object.</summary>
    public string Common(FactFrame facts) =>
        string.Join(
            ',',
            _common
                .Value.Where(part => facts.Has(part.Whole.Slot))
                .Select(part => $"\"{part.Whole.Name}\":{{{Members(part.Members, facts)}}}"));

    private static string Members(FactPart[] members, FactFrame facts) =>
        string.Join(',', members.Where(member => facts.Has(member.Slot)).Select(member => $"\"{member.Name}\":{member.Text(facts)}"));

    private static FactPart[] MembersOf(FactPart whole) => whole.Shape.Shape is not RecordShape record ? [] :
    [
        .. record.Members.Where(member => !s_leftOut.Contains(member.Name)).Select(member =>
            new FactPart(member.WireName, whole.Slot + SlotLayout.Offset(record, member.Name), CompiledShape.Of(member.Shape))),
    ];

    private string? ToolOf(FactFrame facts, int tool) =>
        tool >= 0 && tool < _layout.Tools.Count ? _layout.Tools[tool].WireName : TextAt(facts, ["tool"]);

    private string? TextAt(FactFrame facts, string[] path) =>
        SlotLayout.Find(_layout.Facts, path) is { Shape: TextShape, Offset: var slot } && facts.Has(slot)
            ? facts.Chars(facts.Long(slot)).ToString()
            : null;

    private FactPart[] Asked(ToolLayout? tool) =>
        [
            .. AskedFacts
                .Of(_layout.Point)
                .Select(name => name.Split('.'))
                .Select(path =>
                    FactPart.Of(_layout.Facts, 0, path) ?? (tool is null ? null : FactPart.Of(tool.Facts, _layout.ToolRegion, path)))
                .OfType<FactPart>(),
        ];
}
