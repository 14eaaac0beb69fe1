using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What counting over time costs, in the state that decisions ask and record in.</summary>
internal static class StateRows
{
    private const int Conditions = 20;

    private static readonly StateKey s_session = Key(1);

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow("20 conditions asked and recorded, session of 10,000 against 10", "at most 1.5x", Growth);
        yield return new QuickRow("  allocation", "0 bytes", () =>
        {
            var bytes = Measure.Allocated(Asking(10_000));
            return new QuickFigure($"{bytes} bytes", bytes == 0);
        });
        yield return new QuickRow("memory of a session with 20 limits and 10,000 calls", "at most 64 KiB", () =>
        {
            var bytes = Kept(BusySession);
            return new QuickFigure($"{bytes / 1024.0:F0} KiB", bytes <= 64 << 10);
        });
        yield return new QuickRow("memory of 100,000 idle sessions, two limits and a condition", "at most 64 MiB", () =>
        {
            var bytes = Kept(IdleSessions);
            return new QuickFigure($"{bytes / 1048576.0:F0} MiB", bytes <= 64 << 20);
        });
    }

    private static QuickFigure Growth()
    {
        const int calls = 200;
        var (small, large) = (Asking(10), Asking(10_000));
        var times = Measure.Nanoseconds(calls, () => Repeat(small), () => Repeat(large));
        return new QuickFigure($"{times[1] / times[0]:F2}x of {times[0]:F0} ns", times[1] <= 1.5 * times[0]);

        static void Repeat(Action call)
        {
            for (var i = 0; i < calls; i++)
                call();
        }
    }

    // One call of a session that has had so many within the day: 20 questions, and what it adds to each.
    private static Action Asking(int calls)
    {
        const long day = TimeSpan.TicksPerDay;
        var aggregates = Enumerable.Range(0, Conditions).Select(i => (i % 4) switch
        {
            0 => new AggregateDefinition(AggregateKind.Count, day, 3),
            1 => new AggregateDefinition(AggregateKind.Count, day, 1_000),
            2 => new AggregateDefinition(AggregateKind.Sum, day, 0),
            _ => new AggregateDefinition(AggregateKind.Distinct, day, 10),
        });
        var history = new EventHistory([.. aggregates]);
        var values = Enumerable.Range(0, 100).Select(i => Key(i)).ToArray();
        var (now, call) = (0L, 0);
        void Call()
        {
            now += day / calls;
            call++;
            for (var i = 0; i < Conditions; i++)
                history.Read(i, s_session, now);
            for (var i = 0; i < Conditions; i++)
            {
                if (i % 4 == 3)
                    history.RecordValue(i, s_session, values[call % values.Length], now);
                else
                    history.Record(i, s_session, 1, now);
            }
        }
        for (var i = 0; i < 2 * calls; i++)
            Call();
        return Call;
    }

    private static object BusySession()
    {
        long[] windows = [TimeSpan.TicksPerMinute, TimeSpan.TicksPerHour, TimeSpan.TicksPerDay, 90 * TimeSpan.TicksPerDay];
        int[] counts = [1, 3, 5, 10, 20, 30, 50, 60, 100, 100, 200, 300, 500, 1_000];
        var limits = Enumerable.Range(0, Conditions)
            .Select(i => new LimitDefinition(windows[i % windows.Length], i < counts.Length ? counts[i] : 0));
        var ledger = new LimitLedger([.. limits]);
        LimitDraw[] draws = [.. Enumerable.Range(0, Conditions).Select(i => new LimitDraw(i, s_session, 1, Int128.MaxValue))];
        for (var call = 0; call < 10_000; call++)
            ledger.TryDraw(draws, call * TimeSpan.TicksPerSecond);
        return ledger;
    }

    private static object IdleSessions()
    {
        var ledger = new LimitLedger([new LimitDefinition(TimeSpan.TicksPerDay, 3), new LimitDefinition(TimeSpan.TicksPerDay, 0)]);
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Count, TimeSpan.TicksPerDay, 3)]);
        for (var session = 0; session < 100_000; session++)
        {
            var key = Key(session);
            for (var call = 0; call < 3; call++)
            {
                ledger.TryDraw([new LimitDraw(0, key, 1, 3), new LimitDraw(1, key, 10, 500)], call);
                history.Record(0, key, 1, call);
            }
        }
        return (ledger, history);
    }

    private static long Kept(Func<object> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var made = make();
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(made);
        return kept;
    }

    private static StateKey Key(int number) => new StateKeyWriter().Add($"session-{number:D8}").ToKey();
}
