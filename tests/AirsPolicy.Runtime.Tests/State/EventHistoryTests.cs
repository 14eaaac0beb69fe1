using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class EventHistoryTests
{
    private const long Hour = TimeSpan.TicksPerHour;

    [Fact]
    public void An_event_counts_until_the_window_has_passed_and_not_longer()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Count, Hour, 3)]);
        history.Record(0, Keys.Of(1), 1, 5);
        Assert.Equal(Int128.One, history.Read(0, Keys.Of(1), 5 + Hour - 1).Amount);
        Assert.Equal(Int128.Zero, history.Read(0, Keys.Of(1), 5 + Hour).Amount);
    }

    [Fact]
    public void Time_that_runs_back_counts_as_the_latest_there_was()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Count, Hour, 3)]);
        history.Record(0, Keys.Of(1), 1, 10 * Hour);
        history.Record(0, Keys.Of(1), 1, 2 * Hour);
        Assert.Equal((Int128)2, history.Read(0, Keys.Of(1), 10 * Hour + Hour - 1).Amount);
        Assert.Equal((Int128)2, history.Read(0, Keys.Of(1), 0).Amount);
    }

    [Fact]
    public void What_would_be_one_key_too_many_fails_for_unknown_keys_until_it_would_not_count_any_more()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Count, Hour, 1, MaxKeys: 2)]);
        history.Record(0, Keys.Of(1), 1, 0);
        history.Record(0, Keys.Of(2), 1, Hour - 10);
        history.Record(0, Keys.Of(3), 1, Hour - 5);
        Assert.Equal(Int128.One, history.Read(0, Keys.Of(2), Hour).Amount);
        Assert.Equal(FailureKind.OverLimit, history.Read(0, Keys.Of(3), Hour).Failure);
        history.Record(0, Keys.Of(4), 1, Hour + 1);
        Assert.Equal(FailureKind.OverLimit, history.Read(0, Keys.Of(4), Hour + 1).Failure);
        Assert.Equal(FailureKind.None, history.Read(0, Keys.Of(3), 2 * Hour - 5).Failure);
        Assert.Equal(Int128.One, history.Read(0, Keys.Of(4), 2 * Hour - 5).Amount);
    }

    [Fact]
    public void A_sum_that_leaves_its_range_fails_until_it_is_back_and_never_wraps()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Sum, Hour, 0)]);
        history.Record(0, default, Int128.MaxValue, 0);
        history.Record(0, default, 1, Hour / 2);
        Assert.Equal(FailureKind.Overflow, history.Read(0, default, Hour / 2).Failure);
        Assert.Equal(TallyReading.Nothing, history.Read(0, default, 3 * Hour));
    }

    [Theory]
    [InlineData(AggregateKind.Mean, new[] { 2, 4, 4, 4, 5, 5, 7, 9 }, 5)]
    [InlineData(AggregateKind.Deviation, new[] { 2, 4, 4, 4, 5, 5, 7, 9 }, 2)]
    [InlineData(AggregateKind.Mean, new[] { -1, -2 }, -1)]
    [InlineData(AggregateKind.Deviation, new[] { 7 }, 0)]
    [InlineData(AggregateKind.Deviation, new[] { 0, 3 }, 1)]
    [InlineData(AggregateKind.Deviation, new[] { -100, 100 }, 100)]
    public void A_mean_and_a_deviation_are_cut_off_at_their_last_digit(AggregateKind kind, int[] amounts, int expected)
    {
        var history = new EventHistory([new AggregateDefinition(kind, Hour, 0)]);
        foreach (var amount in amounts)
            history.Record(0, default, amount, 0);
        Assert.Equal(TallyReading.Of(expected), history.Read(0, default, 0));
        Assert.Equal(TallyReading.OfNone, history.Read(0, default, 3 * Hour));
    }

    [Theory]
    [InlineData(AggregateKind.Mean)]
    [InlineData(AggregateKind.Deviation)]
    public void Of_nothing_there_is_no_mean_and_the_failure_says_so(AggregateKind kind)
    {
        var reading = new EventHistory([new AggregateDefinition(kind, 0, 0)]).Read(0, Keys.Of(1), 0);
        Assert.True(reading.HasNone);
        Assert.Equal(StateFailure.NoneYet, reading.Cause);
    }

    [Fact]
    public void The_greatest_amounts_have_a_deviation()
    {
        Assert.True(SumAmount.TryOf(SumAmount.Greatest, out var greatest));
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Deviation, Hour, 0)]);
        for (var i = 0; i < 100; i++)
            history.Record(0, default, i % 2 == 0 ? greatest : -greatest, i);
        Assert.Equal(TallyReading.Of(greatest), history.Read(0, default, 100));
    }

    [Fact]
    public void Sums_of_money_are_exact_in_any_order()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Sum, 0, 0)]);
        foreach (var amount in new[] { 999_999_999_999_999.99m, 0.000000000001m, -999_999_999_999_999.99m })
        {
            Assert.True(SumAmount.TryOf(amount, out var units));
            history.Record(0, default, units, 0);
        }
        Assert.True(SumAmount.TryToDecimal(history.Read(0, default, 0).Amount, out var sum));
        Assert.Equal(0.000000000001m, sum);
    }

    [Fact]
    public void One_value_too_many_cannot_be_counted_where_all_have_to_be()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Distinct, 0, 0)]);
        for (var value = 0; value < AggregateDefinition.DefaultKeys; value++)
            history.RecordValue(0, default, Keys.Of(value), 0);
        Assert.Equal((Int128)AggregateDefinition.DefaultKeys, history.Read(0, default, 0).Amount);
        history.RecordValue(0, default, Keys.Of(-1), 0);
        Assert.Equal(FailureKind.OverLimit, history.Read(0, default, 0).Failure);
    }

    [Fact]
    public void A_key_that_is_forgotten_begins_anew()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Sum, 0, 0)]);
        history.Record(0, Keys.Of(1), 7, 0);
        history.Forget(0, Keys.Of(1));
        Assert.Equal(TallyReading.Nothing, history.Read(0, Keys.Of(1), 0));
        history.Record(0, Keys.Of(2), 5, 0);
        Assert.Equal((Int128)5, history.Read(0, Keys.Of(2), 0).Amount);
    }

    [Fact]
    public void The_end_of_a_session_makes_room_for_all_the_keys_it_had()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Count, 0, 3, MaxKeys: 6)]);
        for (var session = 0; session < 100; session++)
        {
            var owner = Keys.Of($"s{session}");
            for (var account = 0; account < 3; account++)
            {
                history.Record(0, new EventKey(Keys.Of($"s{session}", $"a{account}"), owner), 1, session);
                history.Record(0, owner, 1, session);
            }
            Assert.Equal((Int128)3, history.Read(0, owner, session).Amount);
            Assert.Equal(Int128.One, history.Read(0, Keys.Of($"s{session}", "a2"), session).Amount);
            history.Forget(0, owner);
            Assert.Equal(TallyReading.Nothing, history.Read(0, Keys.Of($"s{session}", "a2"), session));
            Assert.Equal(TallyReading.Nothing, history.Read(0, owner, session));
        }
    }

    [Fact]
    public void What_trips_a_breaker_is_forgotten_with_its_key_while_it_would_still_count()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Count, Hour, 3, TripsBreaker: true)]);
        foreach (var user in new[] { "u1", "u2" })
        {
            history.Record(0, Keys.Of(user), 1, 0);
            history.Record(0, new EventKey(Keys.Of(user, "s1"), Keys.Of(user)), 1, 0);
        }
        history.Forget(0, Keys.Of("u1"));
        Assert.Equal(TallyReading.Nothing, history.Read(0, Keys.Of("u1"), 1));
        Assert.Equal(TallyReading.Nothing, history.Read(0, Keys.Of("u1", "s1"), 1));
        Assert.Equal(Int128.One, history.Read(0, Keys.Of("u2"), 1).Amount);
        Assert.Equal(Int128.One, history.Read(0, Keys.Of("u2", "s1"), 1).Amount);
    }

    [Fact]
    public void What_trips_a_breaker_of_the_system_is_forgotten_as_a_whole()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Count, Hour, 3, MaxKeys: 2, TripsBreaker: true)]);
        for (var user = 0; user < 3; user++)
            history.Record(0, Keys.Of(user), 1, 0);
        history.RecordFailure(0, FailureKind.MissingFact, 0);
        history.Forget(0);
        for (var user = 0; user < 3; user++)
            Assert.Equal(TallyReading.Nothing, history.Read(0, Keys.Of(user), 1));
        history.Record(0, Keys.Of(0), 1, 1);
        Assert.Equal(Int128.One, history.Read(0, Keys.Of(0), 1).Amount);
    }

    [Fact]
    public void The_end_of_one_session_leaves_the_keys_of_another()
    {
        var history = new EventHistory([new AggregateDefinition(AggregateKind.Count, 0, 3)]);
        for (var turn = 0; turn < 5; turn++)
        {
            for (var session = 0; session < 3; session++)
                history.Record(0, new EventKey(Keys.Of(session, turn), Keys.Of(session)), 1, 0);
        }
        history.Forget(0, Keys.Of(1));
        history.Forget(0, Keys.Of(1));
        for (var turn = 0; turn < 5; turn++)
        {
            for (var session = 0; session < 3; session++)
                Assert.Equal(session == 1 ? 0 : (Int128)1, history.Read(0, Keys.Of(session, turn), 0).Amount);
        }
    }

    [Fact]
    public void Recording_and_asking_allocate_nothing_once_warm()
    {
        var history = new EventHistory(
        [
            new AggregateDefinition(AggregateKind.Count, Hour, 100),
            new AggregateDefinition(AggregateKind.Sum, Hour, 0),
            new AggregateDefinition(AggregateKind.Distinct, Hour, 10),
            new AggregateDefinition(AggregateKind.Distinct, Hour, 0),
        ]);
        var keys = Enumerable.Range(0, 50).Select(n => Keys.Of(n)).ToArray();
        var now = 0L;
        void Round()
        {
            for (var i = 0; i < 200; i++)
            {
                now += Hour / 150;
                var key = keys[i % 5];
                history.Record(0, key, 1, now);
                history.Record(1, key, 12, now);
                history.RecordValue(2, key, keys[i % 50], now);
                history.RecordValue(3, key, keys[i * 7 % 50], now);
                for (var aggregate = 0; aggregate < 4; aggregate++)
                    history.Read(aggregate, key, now);
            }
        }
        for (var i = 0; i < 20; i++)
            Round();
        Assert.Equal(0, Allocated.Least(Round));
    }
}
