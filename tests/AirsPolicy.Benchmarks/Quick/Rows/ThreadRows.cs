using System.Diagnostics;
using System.Text;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>
/// That threads which share a host do not stand in each other's way: beside threads with a host each, in rounds that alternate.
/// </summary>
internal static class ThreadRows
{
    private const int Threads = 2;
    private const int Rounds = 9;
    private const int Operations = 60_000;

    public static IEnumerable<QuickRow> All()
    {
        var result = new Lazy<(double Ratio, long Contentions)>(Compare);
        yield return new QuickRow("two threads on one host against one host each", "at least 0.95x as quick",
            () => new QuickFigure("", result.Value.Ratio >= 0.95, Ratio: result.Value.Ratio));
        yield return new QuickRow("  lock contentions meanwhile", "0",
            () => new QuickFigure($"{result.Value.Contentions}", result.Value.Contentions == 0));
    }

    private static (double Ratio, long Contentions) Compare()
    {
        var bundle = BundleBuilder.Build(Policy.Model(GeneratedPolicies.Kilobyte()));
        var facts = Encoding.UTF8.GetBytes(GeneratedPolicies.KilobyteFacts);
        var shared = Enumerable.Repeat(Hosts.Of(bundle), Threads).ToArray();
        var own = Enumerable.Range(0, Threads).Select(_ => Hosts.Of(bundle)).ToArray();
        Time(shared, facts);
        Time(own, facts);
        var ratios = new double[Rounds];
        var contentions = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Monitor.LockContentionCount;
            var together = Time(shared, facts);
            contentions += Monitor.LockContentionCount - before;
            ratios[round] = Time(own, facts) / together;
        }
        return (Measure.Median(ratios), contentions);
    }

    private static double Time(PolicyHost[] hosts, byte[] facts)
    {
        using var start = new Barrier(hosts.Length);
        var times = new double[hosts.Length];
        var threads = hosts.Select((host, i) => new Thread(() =>
        {
            start.SignalAndWait();
            var started = Stopwatch.GetTimestamp();
            for (var n = 0; n < Operations; n++)
                host.Decide("tool_call", facts);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return times.Max();
    }
}
