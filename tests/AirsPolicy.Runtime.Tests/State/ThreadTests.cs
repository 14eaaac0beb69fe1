using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class ThreadTests
{
    private const int Sessions = 2_000;

    [Fact]
    public async Task Two_threads_in_one_session_never_both_pass_a_limit_of_one()
    {
        var ledger = new LimitLedger([new LimitDefinition(TimeSpan.TicksPerDay, 1), new LimitDefinition(0, 0)]);
        var passed = new int[Sessions];
        await InTwo(() =>
        {
            for (var session = 0; session < Sessions; session++)
            {
                LimitDraw[] draws = [new LimitDraw(0, Keys.Of(session), 1, 1), new LimitDraw(1, default, 1, Int128.MaxValue)];
                if (ledger.TryDraw(draws, session).Drawn)
                    Interlocked.Increment(ref passed[session]);
            }
        });
        Assert.All(passed, count => Assert.Equal(1, count));
        Assert.Equal((Int128)Sessions, ledger.Peek(1, default, Sessions).Amount);
    }

    [Fact]
    public async Task A_decision_of_a_session_sees_every_decision_of_it_before()
    {
        var order = new SessionOrder();
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Count, 0, 0)]);
        var passed = new int[Sessions];
        await InTwo(() =>
        {
            for (var session = 0; session < Sessions; session++)
            {
                using var _ = order.Enter(Keys.Of(session));
                if (history.Read(0, Keys.Of(session), 0).Amount == 0)
                    passed[session]++;
                history.Record(0, Keys.Of(session), 1, 0);
            }
        });
        Assert.All(passed, count => Assert.Equal(1, count));
        Assert.All(Enumerable.Range(0, Sessions), session => Assert.Equal((Int128)2, history.Read(0, Keys.Of(session), 0).Amount));
    }

    private static Task InTwo(Action work)
    {
        var start = new Barrier(2);
        return Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                work();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
