using System.Collections.Immutable;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>
/// The facts of a point that are the host's own to give, whatever a request says of them: the time, the day, the time of day, the id of the
/// request, and that nobody has approved it. Where a request does not say how severe the use case is, it is as severe as can be.
/// </summary>
internal sealed class HostFacts(PointLayout layout)
{
    private readonly int _now = Slot(layout, ["now"]);
    private readonly int _today = Slot(layout, ["today"]);
    private readonly int _timeOfDay = Slot(layout, ["time_of_day"]);
    private readonly int _request = Slot(layout, ["request"]);
    private readonly int _id = Slot(layout, ["request", "id"]);
    private readonly int _system = Slot(layout, ["system"]);
    private readonly int _tier = Slot(layout, ["system", "tier"]);
    private readonly int _highestTier = SlotLayout.Find(layout.Facts, ["system", "tier"])?.Shape is EnumShape tiers
        ? tiers.Names.Count - 1
        : -1;
    private readonly int _approvals = Slot(layout, ["approvals"]);
    private readonly int _session = Slot(layout, ["session", "id"]);
    private readonly int _text = layout.PrimaryText.Count == 0 ? -1 : Slot(layout, layout.PrimaryText.AsSpan());

    /// <summary>The draws that facts of the point are, each with the judge or queue for whose sample it is and its slot.</summary>
    public ImmutableArray<(string Name, int Slot)> Draws { get; } =
    [
        .. from member in layout.Facts.Members
        let name = DrawFact.DrawnFor(member.Name)
        where name is not null
        select (name, Slot(layout, [member.Name])),
    ];

    /// <summary>Puts the host's values into a frame over whatever stands there.</summary>
    /// <param name="facts">The frame.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">The zone of the day and of its time.</param>
    /// <param name="requestId">The id of the request, unless the facts bear one that went out before.</param>
    /// <param name="ids">Knows those.</param>
    public void Put(FactFrame facts, DateTimeOffset now, TimeZoneInfo zone, ReadOnlySpan<char> requestId, RequestIds ids)
    {
        if (_now >= 0)
            facts.Set(_now, now.UtcTicks);
        if (_today >= 0 || _timeOfDay >= 0)
        {
            var (day, time) = Math.DivRem(now.UtcTicks + zone.GetUtcOffset(now).Ticks, TimeSpan.TicksPerDay);
            if (_today >= 0)
                facts.Set(_today, day);
            if (_timeOfDay >= 0)
                facts.Set(_timeOfDay, time);
        }
        if (_approvals >= 0)
            facts.Set(_approvals, Handle.Empty);
        if (_highestTier >= 0 && !(facts.Has(_system) && facts.Has(_tier)))
        {
            facts.Set(_system, 1);
            facts.Set(_tier, _highestTier);
        }
        if (_id < 0 || IsIssued(facts, ids) || facts.AddText(requestId) is var id && id < 0)
            return;
        facts.Set(_request, 1);
        facts.Set(_id, id);
    }

    /// <summary>The id of the request that went out before and that the facts bear, or null.</summary>
    public string? IssuedId(FactFrame facts, RequestIds ids) => IsIssued(facts, ids) ? facts.Chars(facts.Long(_id)).ToString() : null;

    /// <summary>The fact <c>request.id</c>, or null where the facts have none.</summary>
    public string? RequestId(FactFrame facts) =>
        _id >= 0 && facts.Has(_request) && facts.Has(_id) ? facts.Chars(facts.Long(_id)).ToString() : null;

    /// <summary>Whether the point knows the id of the request.</summary>
    public bool KnowsRequest => _id >= 0;

    /// <summary>The session that a decision is of, or null where the facts name none.</summary>
    public StateKey? Session(FactFrame facts, StateKeyWriter keys) =>
        _session >= 0 && facts.Has(_session) ? keys.Begin().Add(facts.Chars(facts.Long(_session))).ToKey() : null;

    /// <summary>The fact <c>session.id</c>, or null where the facts name no session.</summary>
    public string? SessionName(FactFrame facts) =>
        _session >= 0 && facts.Has(_session) ? facts.Chars(facts.Long(_session)).ToString() : null;

    /// <summary>The text of the point, or null where it has none or the facts give none.</summary>
    public string? PrimaryText(FactFrame facts) => _text >= 0 && facts.Has(_text) ? facts.Chars(facts.Long(_text)).ToString() : null;

    /// <summary>The fact <c>today</c> (<see cref="DateOnly.DayNumber"/>), or null where the point has none.</summary>
    public int? Today(FactFrame facts) => _today >= 0 && facts.Has(_today) ? (int)facts.Long(_today) : null;

    private bool IsIssued(FactFrame facts, RequestIds ids) =>
        _id >= 0 && facts.Has(_request) && facts.Has(_id) && ids.IsIssued(facts.Chars(facts.Long(_id)));

    private static int Slot(PointLayout layout, ReadOnlySpan<string> path) => SlotLayout.Find(layout.Facts, path)?.Offset ?? -1;
}
