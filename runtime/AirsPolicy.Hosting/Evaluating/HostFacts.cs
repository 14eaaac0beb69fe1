using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>The facts of a point that are the host's own to give, whatever a request says of them: the time, the day and the id of the request.</summary>
internal sealed class HostFacts(PointLayout layout)
{
    private readonly int _now = Slot(layout, ["now"]);
    private readonly int _today = Slot(layout, ["today"]);
    private readonly int _request = Slot(layout, ["request"]);
    private readonly int _id = Slot(layout, ["request", "id"]);

    /// <summary>Puts the host's values into a frame over whatever stands there.</summary>
    /// <param name="facts">The frame.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">The zone of the day.</param>
    /// <param name="requestId">The id of the request.</param>
    public void Put(FactFrame facts, DateTimeOffset now, TimeZoneInfo zone, ReadOnlySpan<char> requestId)
    {
        if (_now >= 0)
            facts.Set(_now, now.UtcTicks);
        if (_today >= 0)
            facts.Set(_today, (now.UtcTicks + zone.GetUtcOffset(now).Ticks) / TimeSpan.TicksPerDay);
        if (_id < 0 || facts.AddText(requestId) is var id && id < 0)
            return;
        facts.Set(_request, 1);
        facts.Set(_id, id);
    }

    private static int Slot(PointLayout layout, ReadOnlySpan<string> path) => SlotLayout.Find(layout.Facts, path)?.Offset ?? -1;
}
