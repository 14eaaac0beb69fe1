using System.Text;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Benchmarks.References;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What a decision through a host costs, and that it allocates nothing while nothing fires.</summary>
internal static class HostRows
{
    private const int Threads = 2;

    public static IEnumerable<QuickRow> All() =>
    [
        new("from 1 KB of JSON facts to a decision", "at most 2x reading its tokens", Kilobyte),
        new("allocation when nothing fires, every point, structured", "0 bytes", () => Allocation(detectors: false)),
        new("allocation when nothing fires, every point, text", "0 bytes", () => Allocation(detectors: true)),
    ];

    private static QuickFigure Kilobyte()
    {
        const int times = 200;
        var host = Hosts.Of(Policy.Model(GeneratedPolicies.Kilobyte()));
        var facts = Encoding.UTF8.GetBytes(GeneratedPolicies.KilobyteFacts);
        Expect(Outcome.Allow, host.Decide("tool_call", facts));
        var tokens = 0;
        var measured = Measure.Nanoseconds(
            times,
            () =>
            {
                for (var i = 0; i < times; i++)
                    host.Decide("tool_call", facts);
            },
            () =>
            {
                for (var i = 0; i < times; i++)
                    tokens += JsonTokens.Count(facts);
            });
        return QuickFigure.Against(measured[0], measured[1], 2);
    }

    private static QuickFigure Allocation(bool detectors)
    {
        var model = Policy.Model(GeneratedPolicies.EveryPoint(detectors));
        var host = Hosts.Of(model);
        var requests = model.Layouts.Select(layout => (layout.Point, Facts: SampleFacts.Bytes(layout))).ToArray();
        foreach (var (point, facts) in requests)
            Expect(Outcome.Allow, host.Decide(point, facts));
        var allocated = new long[Threads];
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() => allocated[i] = Allocated(host, requests))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return new QuickFigure($"{allocated.Sum()} bytes", allocated.All(bytes => bytes == 0));
    }

    private static long Allocated(PolicyHost host, (string Point, byte[] Facts)[] requests) => Measure.Allocated(() =>
    {
        for (var round = 0; round < 20; round++)
        {
            foreach (var (point, facts) in requests)
                host.Decide(point, facts);
        }
    });

    private static void Expect(Outcome outcome, Decision decision)
    {
        if (decision.Outcome != outcome)
            throw new InvalidOperationException($"{decision.Point} decides {decision.Outcome}: {decision.Failure?.Detail}");
    }
}
