using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Labels;
using AirsPolicy.Runtime.State.Limits;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State.Stores;

/// <summary>A store that has little room never lets go on what one with room enough stops.</summary>
public sealed class BoundedStoreLaws
{
    private sealed record Act(int Kind, long Pause, int Key, int Amount);

    private static readonly Arbitrary<Act[]> s_traces = (
        from kind in Gen.Choose(0, 5)
        from pause in Gen.Frequency((5, Gen.Choose(0, 3)), (2, Gen.Choose(0, 40)), (1, Gen.Constant(20_000_000)))
        from key in Gen.Choose(0, 7)
        from amount in Gen.Choose(1, 9)
        select new Act(kind, pause, key, amount)).ArrayOf().ToArbitrary();

    [Fact]
    public void What_is_halted_without_a_bound_is_halted_with_one() => Check((sample, places) =>
    {
        var (bounded, whole) = (new HaltState(2, places), new HaltState());
        foreach (var (act, now) in Timed(sample))
        {
            var scope = act.Amount > 7 ? HaltScope.User : HaltScope.Session;
            if (act.Kind <= 3)
            {
                var halt = new ActiveHalt(new RuleOrigin("p.c", null, null, "r", act.Kind % 2, "p.airs", 1, 1), scope, null, now, act.Kind == 3 ? null : now + 10 * act.Amount);
                bounded.Halt(halt, Keys.Of(act.Key));
                whole.Halt(halt, Keys.Of(act.Key));
            }
            else if (act.Kind == 4)
            {
                bounded.Lift(scope, Keys.Of(act.Key));
                whole.Lift(scope, Keys.Of(act.Key));
            }
            for (var key = 0; key < 8; key++)
            {
                Assert.True(whole.Of(scope, Keys.Of(key), now).Count == 0 || bounded.Of(scope, Keys.Of(key), now).Count > 0);
                Assert.True(!whole.Any(scope, now) || bounded.Any(scope, now));
            }
        }
    });

    [Fact]
    public void A_breaker_that_is_open_without_a_bound_is_open_with_one() => Check((sample, places) =>
    {
        BreakerDefinition[] breakers = [new("one", ["user", "id"], 10, 2, []), new("two", ["user", "id"], 10, 0, [])];
        var (bounded, whole) = (new BreakerState(2, places), new BreakerState());
        foreach (var (act, now) in Timed(sample))
        {
            var breaker = breakers[act.Amount % 2];
            // What the bounded one refuses does not happen. What is refused trips it, also where it tries decisions.
            if (act.Kind <= 3 && bounded.Enter(breaker, Keys.Of(act.Key), now) is { IsOpen: false } pass)
            {
                var trips = act.Kind <= 2;
                var other = whole.Enter(breaker, Keys.Of(act.Key), now);
                bounded.End(breaker, pass, wentOn: !trips, trips, now);
                whole.End(breaker, other, wentOn: !trips, trips, now);
            }
            else if (act.Kind == 4)
            {
                bounded.Close(breaker, Keys.Of(act.Key));
                whole.Close(breaker, Keys.Of(act.Key));
            }
            for (var key = 0; key < 8; key++)
                Assert.True(whole.Read(breaker, Keys.Of(key), now) != BreakerPhase.Open || bounded.Read(breaker, Keys.Of(key), now) == BreakerPhase.Open);
        }
    });

    [Fact]
    public void What_carries_labels_without_a_bound_carries_them_with_one() => Check((sample, places) =>
    {
        var (bounded, whole) = (new CarriedLabels(2, places), new CarriedLabels());
        foreach (var (act, _) in Timed(sample))
        {
            foreach (var carried in (CarriedLabels[])[bounded, whole])
            {
                if (act.Kind <= 2)
                    carried.Add(Keys.Of(act.Key), (ulong)act.Amount);
                else if (act.Kind == 3)
                    carried.Carry(Keys.Of(act.Key), Keys.Of(act.Amount % 8));
                else
                    carried.Forget(Keys.Of(act.Key));
            }
            for (var key = 0; key < 8; key++)
                Assert.Equal(0UL, whole.Read(Keys.Of(key)) & ~bounded.Read(Keys.Of(key)));
        }
    });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(100, 3)]
    public void What_a_limit_refuses_without_a_bound_on_keys_it_refuses_with_one(long within, int exact) =>
        Check(
            (sample, _) =>
            {
                var (bounded, whole) = (
                    new LimitLedger([new LimitDefinition(within, exact, MaxKeys: 2)]),
                    new LimitLedger([new LimitDefinition(within, exact)]));
                foreach (var (act, now) in Timed(sample))
                {
                    LimitDraw[] draws = [new LimitDraw(0, Keys.Of(act.Key), exact > 0 ? 1 : act.Amount, exact > 0 ? exact : 20)];
                    if (bounded.TryDraw(draws, now).Drawn)
                        Assert.True(whole.TryDraw(draws, now).Drawn);
                }
            }
        );

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void What_is_counted_with_little_room_is_what_is_counted_with_enough_or_is_not_told(long within) => Check((sample, _) =>
    {
        var definition = new AggregateDefinition(AggregateKind.Sum, within, 0);
        var (bounded, whole) = (new EventHistory([definition with { MaxKeys = 2 }]), new EventHistory([definition]));
        foreach (var (act, now) in Timed(sample))
        {
            bounded.Record(0, new EventKey(Keys.Of(act.Key)), act.Amount, now);
            whole.Record(0, new EventKey(Keys.Of(act.Key)), act.Amount, now);
            for (var key = 0; key < 8; key++)
            {
                var read = bounded.Read(0, Keys.Of(key), now);
                Assert.True(read.Failure == FailureKind.OverLimit || read.Amount == whole.Read(0, Keys.Of(key), now).Amount);
            }
        }
    });

    // With one place all that find no room share it; with as many as there are hardly any do.
    private static void Check(Action<Act[], int> holds) => Prop.ForAll(s_traces, sample =>
    {
        holds(sample, 1);
        holds(sample, 4);
        holds(sample, 1 << 10);
    }).Check(Laws.Config.WithMaxTest(300));

    private static IEnumerable<(Act Act, long Now)> Timed(Act[] sample)
    {
        var now = 0L;
        foreach (var act in sample)
            yield return (act, now += act.Pause);
    }
}
