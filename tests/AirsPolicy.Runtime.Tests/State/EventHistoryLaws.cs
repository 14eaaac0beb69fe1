using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class EventHistoryLaws
{
    [Fact]
    public void Running_state_says_what_a_scan_of_the_trace_says()
    {
        var cases = from definition in RandomTraces.Definitions
                    from steps in RandomTraces.Of(definition.Within)
                    from later in RandomTraces.Pause(definition.Within)
                    select (definition, steps, later);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var history = new EventHistory([sample.definition]);
            var naive = new NaiveHistory(sample.definition);
            foreach (var step in sample.steps)
            {
                Record(history, sample.definition.Kind, step);
                naive.Add(step);
                for (var key = 0; key < 5; key++)
                    AssertSame(sample.definition, naive.Read(key, step.Now), history.Read(0, Keys.Of(key), step.Now));
            }
            var end = sample.steps[^1].Now + sample.later;
            for (var key = 0; key < 5; key++)
                AssertSame(sample.definition, naive.Read(key, end), history.Read(0, Keys.Of(key), end));
        }).Check(Laws.Times(400));
    }

    [Fact]
    public void Looking_changes_nothing()
    {
        var cases = from definition in RandomTraces.Definitions from steps in RandomTraces.Of(definition.Within) select (definition, steps);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var (watched, unwatched) = (new EventHistory([sample.definition]), new EventHistory([sample.definition]));
            foreach (var step in sample.steps)
            {
                Record(watched, sample.definition.Kind, step);
                Record(unwatched, sample.definition.Kind, step);
                watched.Read(0, Keys.Of(step.Key), step.Now);
            }
            for (var key = 0; key < 5; key++)
                Assert.Equal(unwatched.Read(0, Keys.Of(key), sample.steps[^1].Now), watched.Read(0, Keys.Of(key), sample.steps[^1].Now));
        }).Check(Laws.Times(200));
    }

    [Fact]
    public void What_nobody_comes_to_is_told_without_asking_for_whom()
    {
        var (below, asked) = (0, 0);
        var cases = from definition in RandomTraces.Definitions
                    where definition.Kind is AggregateKind.Count or AggregateKind.Distinct
                    from steps in RandomTraces.Of(definition.Within)
                    from least in Gen.Choose(1, 5)
                    from later in RandomTraces.Pause(definition.Within)
                    select (definition, steps, least, later);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var (read, told) = (new EventHistory([sample.definition]), new EventHistory([sample.definition]));
            foreach (var step in sample.steps)
            {
                Record(read, sample.definition.Kind, step);
                Record(told, sample.definition.Kind, step);
                Check(step.Now);
            }
            Check(sample.steps[^1].Now + sample.later);

            void Check(long now)
            {
                var isBelow = told.AreBelow([(0, sample.least)], now);
                (below, asked) = (below + (isBelow ? 1 : 0), asked + 1);
                for (var key = 0; isBelow && key < 5; key++)
                    Assert.True(read.Read(0, Keys.Of(key), now) is { Failure: FailureKind.None } reading && reading.Amount < sample.least);
            }
        }).Check(Laws.Times(400));
        Assert.InRange(below, asked / 20, asked - asked / 20);
    }

    [Fact]
    public void A_sliced_window_counts_all_that_the_exact_one_counts_and_nothing_older_than_a_sixtieth_more()
    {
        var cases =
            from within in Gen.Choose(1, 10_000)
            from age in Gen.Choose(0, 12_000)
            from at in Gen.Choose(0, 100_000)
            select (within, age, at);
        Prop.ForAll(
                cases.ToArbitrary(),
                sample =>
                {
                    var window = TimeWindow.Sliced(sample.within);
                    var counts = window.Holds(window.Mark(sample.at), window.Mark(sample.at + sample.age));
                    return (sample.age >= sample.within || counts) && (!counts || sample.age < 61 * window.Unit);
                }
            )
            .Check(Laws.Times(5_000));
    }

    [Fact]
    public void What_ends_takes_its_own_with_it_and_nothing_else()
    {
        var act = from kind in Gen.Choose(0, 4) from owner in Gen.Choose(0, 3) from key in Gen.Choose(0, 7) select (kind, owner, key);
        Prop.ForAll(act.ArrayOf().Resize(200).ToArbitrary(), acts =>
        {
            var history = new EventHistory([new AggregateDefinition(AggregateKind.Sum, 0, 0)]);
            // A key belongs to who was named when it came; owners are keys too.
            var counts = new Dictionary<int, (int Owner, int Count)>();
            foreach (var (kind, owner, key) in acts)
            {
                if (kind == 0)
                {
                    history.Forget(0, Keys.Of(key));
                    foreach (var gone in counts.Where(c => c.Key == key || c.Value.Owner == key && c.Key != key).Select(c => c.Key).ToArray())
                        counts.Remove(gone);
                    continue;
                }
                history.Record(0, new EventKey(Keys.Of(key), Keys.Of(owner)), 1, 0);
                var known = counts.GetValueOrDefault(key, (owner, 0));
                counts[key] = (known.Item1, known.Item2 + 1);
            }
            for (var key = 0; key < 8; key++)
                Assert.Equal((Int128)counts.GetValueOrDefault(key).Count, history.Read(0, Keys.Of(key), 0).Amount);
        }).Check(Laws.Times(500));
    }

    private static void Record(EventHistory history, AggregateKind kind, Step step)
    {
        var key = Keys.Of(step.Key);
        if (step.Kind == StepKind.FailedForAll)
            history.RecordFailure(0, FailureKind.MissingFact, step.Now);
        else if (step.Kind == StepKind.FailedForKey)
            history.RecordFailure(0, key, FailureKind.MissingFact, step.Now);
        else if (kind == AggregateKind.Distinct)
            history.RecordValue(0, key, Keys.Of(step.Value), step.Now);
        else
            history.Record(0, key, kind.IsOfAmounts() ? step.Amount : 1, step.Now);
    }

    private static void AssertSame(AggregateDefinition definition, long? expected, TallyReading reading)
    {
        Assert.Equal(expected is null, reading.Failure != FailureKind.None);
        if (expected is not { } total)
            return;
        // Above what has to be told it is enough that it is reached.
        if (definition.UpTo > 0 && total > definition.UpTo)
            Assert.True(reading.Amount >= definition.UpTo);
        else
            Assert.Equal((Int128)total, reading.Amount);
    }
}
