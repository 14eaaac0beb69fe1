using System.Text;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What decisions cost that ask the past and are written down for those that follow, and what is kept of it.</summary>
internal static class PastRows
{
    private const int Conditions = 20;
    private const int Payees = 100;

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow("20 conditions on the past, session of 10,000 calls against 10", "at most 1.5x", Growth);
        yield return new QuickRow("  allocation when nothing fires", "0 bytes", () =>
        {
            var bytes = Measure.Allocated(Asking(10_000));
            return new QuickFigure($"{bytes} bytes", bytes == 0);
        });
        yield return new QuickRow("memory of a session with 20 limits and 10,000 calls", "at most 64 KiB", () =>
        {
            var bytes = Busy();
            return new QuickFigure($"{bytes / 1024.0:F0} KiB", bytes <= 64 << 10);
        });
        yield return new QuickRow("memory of 100,000 idle sessions, two limits and a condition", "at most 64 MiB", () =>
        {
            var bytes = Idle();
            return new QuickFigure($"{bytes / 1048576.0:F0} MiB", bytes <= 64 << 20);
        });
    }

    private static QuickFigure Growth()
    {
        const int calls = 100;
        var (small, large) = (Asking(10), Asking(10_000));
        var times = Measure.Nanoseconds(calls, () => Repeat(small), () => Repeat(large));
        return QuickFigure.Against(times[1], times[0], 1.5);

        static void Repeat(Action call)
        {
            for (var i = 0; i < calls; i++)
                call();
        }
    }

    // One call of a session that has had so many within the day: decided and written down.
    private static Action Asking(int calls)
    {
        var policy = Policy.Compile(Policy.Model(PastPolicies.Conditions(Conditions)));
        var point = policy.PointNumber("tool_call");
        var frames = Enumerable.Range(0, Payees).Select(i => Policy.Frame(policy, point, PastPolicies.Facts("s", $"payee-{i}"))).ToArray();
        var slot = SlotLayout.Offset(policy.Tables.Points[point].Layout.Facts, "now");
        var (state, evaluation) = (new PolicyState(policy.State), policy.NewEvaluation());
        var (now, call) = (frames[0].Long(slot), 0);
        void Call()
        {
            now += TimeSpan.TicksPerDay / calls;
            var facts = frames[call++ % Payees];
            facts.Set(slot, now);
            if (policy.Decide(point, facts, evaluation, state).Outcome != Outcome.Allow)
                throw new InvalidOperationException("A condition that should not hold does.");
        }
        for (var i = 0; i < 2 * calls; i++)
            Call();
        return Call;
    }

    private static long Busy()
    {
        // Side by side, so that none finds something to use again that another no longer needs; each calls once a second.
        const int sessions = 20;
        var host = HostOf(PastPolicies.Limits(Conditions), new SteppingClock(TimeSpan.FromSeconds(1) / sessions));
        return Kept(host, Enumerable.Range(0, sessions).Select(i => $"busy-{i}"), calls: 10_000) / sessions;
    }

    private static long Idle()
    {
        var host = HostOf(PastPolicies.Few(), new SteppingClock(TimeSpan.FromMilliseconds(1)));
        return Kept(host, Enumerable.Range(1, 99_999).Select(i => $"session-{i:D8}"), calls: 3);
    }

    private static PolicyHost HostOf(string source, TimeProvider clock)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = clock });
        var activated = host.Load(BundleBuilder.Build(Policy.Model(source)));
        return activated.Activated ? host : throw new InvalidOperationException(activated.Reason);
    }

    private static long Kept(PolicyHost host, IEnumerable<string> sessions, int calls)
    {
        // What is made once for the host is there before, and nothing of it that a session could use.
        Call(host, ["one before"], calls: 1);
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        Call(host, sessions, calls);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - empty;
        GC.KeepAlive(host);
        return kept;
    }

    private static void Call(PolicyHost host, IEnumerable<string> sessions, int calls)
    {
        var requests = sessions.Select(session => Encoding.UTF8.GetBytes(PastPolicies.Facts(session, "payee"))).ToArray();
        for (var i = 0; i < calls; i++)
        {
            foreach (var facts in requests)
            {
                if (host.Decide("tool_call", facts) is { Outcome: > Outcome.Flag } stopped)
                    throw new InvalidOperationException($"A call that should go on does not: {stopped.Fired[0]}");
            }
        }
    }

    /// <summary>A clock that goes on by one step each time it is looked at.</summary>
    private sealed class SteppingClock(TimeSpan step) : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now += step;
    }
}
