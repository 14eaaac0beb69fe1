using System.Text;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>
/// What it costs that a policy can halt: its decisions in one session are made one after the other, and each asks first what is halted.
/// </summary>
internal static class HaltRows
{
    private const int Calls = 200;

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow("decision of a policy that can halt, against one that cannot", "", () => Compare(halted: false));
        yield return new QuickRow(
            "  allocation while nothing is halted",
            "0 bytes",
            () => Allocation(Host(PastPolicies.Stopping("halt session"))));
        yield return new QuickRow("  the same while another session is halted", "", () => Compare(halted: true));
        yield return new QuickRow("  allocation meanwhile", "0 bytes", () => Allocation(Halted()));
        yield return new QuickRow("  in the session that is halted", "", () =>
        {
            var time = Measure.Nanoseconds(Calls, Repeated(Asking(Halted(), "other", Outcome.Halt)))[0];
            return new QuickFigure(QuickFigure.Time(time), Ok: true);
        });
    }

    private static QuickFigure Allocation(PolicyHost host)
    {
        var bytes = Measure.Allocated(Asking(host, "s"));
        return new QuickFigure($"{bytes} bytes", bytes == 0);
    }

    private static QuickFigure Compare(bool halted)
    {
        var times = Measure.Nanoseconds(
            Calls,
            Repeated(Asking(Host(PastPolicies.Stopping("block")), "s")),
            Repeated(Asking(halted ? Halted() : Host(PastPolicies.Stopping("halt session")), "s")));
        return QuickFigure.Against(times[1], times[0], double.MaxValue);
    }

    private static PolicyHost Host(string source) => Hosts.Of(Policy.Model(source));

    private static PolicyHost Halted()
    {
        var host = Host(PastPolicies.Stopping("halt session"));
        host.Decide("tool_call", Encoding.UTF8.GetBytes(PastPolicies.Facts("other", PastPolicies.Stopped)));
        return host;
    }

    private static Action Asking(PolicyHost host, string session, Outcome expected = Outcome.Allow)
    {
        var facts = Encoding.UTF8.GetBytes(PastPolicies.Facts(session, "payee"));
        return () =>
        {
            if (host.Decide("tool_call", facts).Outcome != expected)
                throw new InvalidOperationException($"A call in the session '{session}' is not decided as {expected}.");
        };
    }

    private static Action Repeated(Action call) => () =>
    {
        for (var i = 0; i < Calls; i++)
            call();
    };
}
