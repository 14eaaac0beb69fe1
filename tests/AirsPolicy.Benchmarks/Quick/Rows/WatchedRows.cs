using System.Text;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What charts and breakers cost where nothing fires.</summary>
internal static class WatchedRows
{
    // A round of a tenth of a millisecond or so.
    private const int Calls = 50;
    private const double Most = 1.1;

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow(
            "decision with PACE, two breakers and a held queue in play, nothing firing",
            "at most 1.1x without them",
            () =>
            {
                var watched = Host(isWatched: true);
                var (without, more) = Measure.Difference(Calls, Repeated(Asking(Host(isWatched: false))), Repeated(Asking(watched)));
                if (watched.Waiting().Count != 1)
                    throw new InvalidOperationException("What waits for people has not waited all the time.");
                return QuickFigure.Against(without + more, without, Most);
            }
        );
        yield return new QuickRow(
            "  allocation",
            "0 bytes",
            () =>
            {
                var bytes = Measure.Allocated(Asking(Host(isWatched: true)));
                return new QuickFigure($"{bytes} bytes", bytes == 0);
            }
        );
    }

    // One of somebody's calls was refused, which both count. Where something watches, another waits for people, and a chart has been asked
    // for.
    private static PolicyHost Host(bool isWatched)
    {
        var host = Hosts.Of(Policy.Model(PastPolicies.Watched(isWatched)));
        Expect(host, PastPolicies.Stopped, Outcome.Block);
        if (!isWatched)
            return host;
        Expect(host, PastPolicies.Held, Outcome.Hold);
        host.Decide("signal", """{"guardrail":{"errors":0}}"""u8);
        return host;
    }

    private static void Expect(PolicyHost host, string to, Outcome expected)
    {
        if (host.Decide("tool_call", Encoding.UTF8.GetBytes(PastPolicies.FactsOfUser("other", to))).Outcome != expected)
            throw new InvalidOperationException($"A call to '{to}' is not decided as {expected}.");
    }

    private static Action Asking(PolicyHost host)
    {
        var facts = Encoding.UTF8.GetBytes(PastPolicies.FactsOfUser("u", "payee"));
        return () =>
        {
            if (host.Decide("tool_call", facts).Outcome != Outcome.Allow)
                throw new InvalidOperationException("A call is not allowed.");
        };
    }

    private static Action Repeated(Action call) => () =>
    {
        for (var i = 0; i < Calls; i++)
            call();
    };
}
