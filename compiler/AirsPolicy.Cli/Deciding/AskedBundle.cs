using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Deciding;

/// <summary>
/// A bundle that a host is asked for one decision of, at the time of the request and with nothing before it but what a trace says.
/// </summary>
/// <param name="path">The bundle.</param>
/// <param name="keys">The keys that have to have signed it; null where it is trusted whoever has.</param>
internal sealed class AskedBundle(string path, TrustedKeys? keys)
{
    private readonly SetClock _clock = new();
    private readonly List<(long Number, RecordedEvent Event)> _refused = [];

    /// <param name="past">The text of a trace, or null for an empty past.</param>
    /// <exception cref="UsageException">The bundle is refused, or the trace cannot be used.</exception>
    public Decision Decide(string point, string? tool, string facts, string? past)
    {
        var now = RequestTime.Of(facts, BundleFile.ZoneOf(path), TimeProvider.System.GetUtcNow());
        var before = AskedPolicy.Before(past, system: null, now);
        // Time never runs back for a host, so that it begins with the first event.
        _clock.Now = before.Count > 0 ? new DateTimeOffset(before[0].At, TimeSpan.Zero) : now;
        var host = BundleFile.Load(path, keys, _clock);
        foreach (var recorded in before)
            Repeat(host, recorded);
        RefuseUntil(host, now.UtcTicks);
        return host.Decide(point, Encoding.UTF8.GetBytes(FactsText.Complete(facts, tool, null, now)));
    }

    private void Repeat(PolicyHost host, RecordedEvent recorded)
    {
        RefuseUntil(host, recorded.At);
        host.Decide(recorded.Point, Encoding.UTF8.GetBytes(recorded.Facts), out var waits);
        if (waits is not { } number || recorded.Answer is not { } answer)
            return;
        if (answer.Approved)
            throw new UsageException(
                $"Line {recorded.Line} of the past was held and approved, which a bundle repeats only from the people who said so; name the sources of the policy instead."
            );
        _refused.Add((number, recorded));
    }

    private void RefuseUntil(PolicyHost host, long now)
    {
        foreach (var held in _refused.Where(held => held.Event.Answer!.At <= now).OrderBy(held => held.Event.Answer!.At).ToList())
        {
            _clock.Now = new DateTimeOffset(held.Event.Answer!.At, TimeSpan.Zero);
            host.GiveUp(held.Number);
            _refused.Remove(held);
        }
        _clock.Now = new DateTimeOffset(now, TimeSpan.Zero);
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
