using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Limits;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class LimitLedgerLaws
{
    private sealed record Act(int Kind, long Now, int Key, int Amount, int Which);

    // Exchanged: the bound changes, and requests in flight are decided under the other.
    private sealed record Sample(long Within, int Limit, bool Exact, bool Exchanged, Act[] Acts);

    private static readonly Arbitrary<Sample> s_samples = (
        from within in Gen.Elements<long>(1, 7, 60, 61, 100, 1_000, 36_000_000_000)
        from limit in Gen.Elements(1, 2, 5, 20)
        from exact in Gen.Elements(true, false)
        from exchanged in Gen.Elements(true, false)
        from count in Gen.Choose(1, 200)
        from acts in (
            from kind in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
            from pause in RandomTraces.Pause(within)
            from key in Gen.Choose(0, 2)
            from amount in Gen.Choose(1, 4)
            from which in Gen.Choose(0, 1_000)
            select new Act(kind, pause, key, exact ? 1 : amount, which)).ArrayOf(count)
        select new Sample(within, limit, exact, exchanged, acts)).ToArbitrary();

    [Fact]
    public void A_limit_never_lets_more_through_than_its_exact_meaning_in_any_window() =>
        Prop.ForAll(s_samples, sample =>
        {
            foreach (var passed in Run(sample).GroupBy(p => p.Key))
                Assert.All(passed, last => Assert.InRange(
                    passed.Where(p => p.Now <= last.Now && last.Now - p.Now < sample.Within).Sum(p => p.Amount), 0, sample.Limit));
        }).Check(Laws.Config.WithMaxTest(500));

    [Fact]
    public void A_limit_on_how_often_refuses_only_what_would_pass_it() =>
        Prop.ForAll(
                s_samples,
                sample =>
                {
                    if (!sample.Exact || sample.Exchanged)
                        return;
                    Run(
                        sample,
                        (passed, waiting, act, drawn) =>
                            Assert.Equal(
                                passed.Count(p => p.Key == act.Key && act.Now - p.Now < sample.Within)
                                    + waiting.Count(w => w.Key == act.Key)
                                    < sample.Limit,
                                drawn));
                }
            )
            .Check(Laws.Config.WithMaxTest(500));

    private static PolicyState[] States(Sample sample)
    {
        var first = new PolicyState(Definition(sample.Exact ? sample.Limit : 0));
        var without = new PolicyState(new PolicyStateDefinition([], []), first);
        return [first, new PolicyState(Definition(sample.Exact ? 500 : 0), without), new PolicyState(Definition(0), without)];

        PolicyStateDefinition Definition(int exact) =>
            new([], [new KeptLimit("limit", StateOwner.None, new LimitDefinition(sample.Within, exact))]);
    }

    private static List<Act> Run(Sample sample, Action<List<Act>, List<Act>, Act, bool>? watch = null)
    {
        var states = States(sample);
        var passed = new List<Act>();
        var waiting = new List<(Act Act, long Reservation)>();
        var now = 0L;
        foreach (var next in sample.Acts)
        {
            var act = next with { Now = now += next.Now };
            var ledger = states[sample.Exchanged ? act.Which % states.Length : 0].Limits;
            LimitDraw[] draws = [new LimitDraw(0, Keys.Of(act.Key), act.Amount, sample.Limit)];
            switch (act.Kind)
            {
                case 0:
                    var drawn = ledger.TryDraw(draws, now).Drawn;
                    watch?.Invoke(passed, [.. waiting.Select(w => w.Act)], act, drawn);
                    if (drawn)
                        passed.Add(act);
                    break;
                case 1:
                    if (ledger.TryReserve(draws, now, out var reservation).Drawn)
                        waiting.Add((act, reservation));
                    break;
                case var settle when waiting.Count > 0:
                    var one = waiting[act.Which % waiting.Count];
                    waiting.Remove(one);
                    if (settle == 3)
                        ledger.Release(one.Reservation);
                    else
                        ledger.Commit(one.Reservation, now);
                    if (settle == 2)
                        passed.Add(one.Act with { Now = now });
                    break;
            }
        }
        return passed;
    }
}
