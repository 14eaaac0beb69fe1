using System.Text;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What charts and breakers cost where nothing fires.</summary>
internal static class WatchedRows
{
    private const int Calls = 200;
    private const double MostNanoseconds = 150;

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow("decision with PACE, two breakers and a held queue in play, nothing firing", "at most 150 ns more", () =>
        {
            var times = Measure.Nanoseconds(Calls, Repeated(Asking(Hosts.Of(Policy.Model(PastPolicies.Watched(isWatched: false))))), Repeated(Asking(Watched())));
            return new QuickFigure($"{times[1] - times[0]:F0} ns more than {times[0]:F0} ns", times[1] - times[0] <= MostNanoseconds);
        });
        yield return new QuickRow("  allocation", "0 bytes", () =>
        {
            var bytes = Measure.Allocated(Asking(Watched()));
            return new QuickFigure($"{bytes} bytes", bytes == 0);
        });
    }

    // Somebody's call waits for people, and a chart has been asked for.
    private static PolicyHost Watched()
    {
        var host = Hosts.Of(Policy.Model(PastPolicies.Watched(isWatched: true)));
        host.Decide("tool_call", Encoding.UTF8.GetBytes(PastPolicies.FactsOfUser("other", PastPolicies.Held)));
        host.Decide("signal", """{"guardrail":{"errors":0}}"""u8);
        return host;
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
