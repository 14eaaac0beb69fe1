using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class LimitLedgerTests
{
    private const long Hour = TimeSpan.TicksPerHour;

    private static readonly LimitDefinition s_three = new(Hour, 3);
    private static readonly LimitDefinition s_money = new(Hour, 0);

    private static LimitDraw Draw(int limit, long amount, long ceiling, int key = 1) => new(limit, Keys.Of(key), amount, ceiling);

    [Fact]
    public void A_limit_may_be_filled_exactly_and_is_empty_again_when_its_window_has_passed()
    {
        var ledger = new LimitLedger([s_three]);
        for (var i = 0; i < 3; i++)
            Assert.True(ledger.TryDraw([Draw(0, 1, 3)], i).Drawn);
        Assert.Equal(new DrawResult(false, 0, FailureKind.None), ledger.TryDraw([Draw(0, 1, 3)], Hour - 1));
        Assert.True(ledger.TryDraw([Draw(0, 1, 3)], Hour).Drawn);
        Assert.False(ledger.TryDraw([Draw(0, 1, 3)], Hour).Drawn);
    }

    [Fact]
    public void Draws_are_made_all_together_or_not_at_all()
    {
        var ledger = new LimitLedger([s_three, s_money]);
        Assert.Equal(1, ledger.TryDraw([Draw(0, 1, 3), Draw(1, 501, 500)], 0).Refused);
        Assert.Equal(Int128.Zero, ledger.Peek(0, Keys.Of(1), 0).Amount);
    }

    [Fact]
    public void What_is_set_aside_counts_until_it_is_released_and_from_its_commit_for_a_whole_window()
    {
        var ledger = new LimitLedger([new LimitDefinition(Hour, 1)]);
        Assert.True(ledger.TryReserve([Draw(0, 1, 1)], 0, out var first).Drawn);
        Assert.False(ledger.TryDraw([Draw(0, 1, 1)], 50 * Hour).Drawn);
        Assert.True(ledger.Release(first));
        Assert.False(ledger.Release(first));
        Assert.True(ledger.TryReserve([Draw(0, 1, 1)], 50 * Hour, out var second).Drawn);
        Assert.Equal(FailureKind.None, ledger.Commit(second, 60 * Hour));
        Assert.Equal(FailureKind.Unknown, ledger.Commit(second, 60 * Hour));
        Assert.False(ledger.TryDraw([Draw(0, 1, 1)], 61 * Hour - 1).Drawn);
        Assert.True(ledger.TryDraw([Draw(0, 1, 1)], 61 * Hour).Drawn);
    }

    [Fact]
    public void Nothing_fills_a_limit_up_again()
    {
        var ledger = new LimitLedger([s_money]);
        Assert.True(ledger.TryDraw([Draw(0, 500, 500)], 0).Drawn);
        Assert.Equal(new DrawResult(false, 0, FailureKind.MisfitFact), ledger.TryDraw([Draw(0, -100, 500)], 0));
        Assert.True(ledger.TryDraw([Draw(0, 0, 500)], 0).Drawn);
    }

    [Fact]
    public void Without_room_for_another_key_a_draw_fails_and_those_refused_take_no_room()
    {
        var ledger = new LimitLedger([new LimitDefinition(Hour, 1, MaxKeys: 2)]);
        Assert.False(ledger.TryDraw([Draw(0, 1, 0, key: 9)], 0).Drawn);
        Assert.True(ledger.TryDraw([Draw(0, 1, 1, key: 1)], 0).Drawn);
        Assert.True(ledger.TryDraw([Draw(0, 1, 1, key: 2)], 0).Drawn);
        Assert.Equal(FailureKind.OverLimit, ledger.TryDraw([Draw(0, 1, 1, key: 3)], 0).Failure);
        Assert.True(ledger.TryDraw([Draw(0, 1, 1, key: 3)], Hour).Drawn);
    }

    [Fact]
    public void The_end_of_a_session_forgets_what_it_drew_and_not_what_is_set_aside()
    {
        var ledger = new LimitLedger([new LimitDefinition(0, 0)]);
        var (session, order) = (Keys.Of("s"), new EventKey(Keys.Of("s", "order"), Keys.Of("s")));
        Assert.True(ledger.TryDraw([new LimitDraw(0, session, 1, 5)], 0).Drawn);
        Assert.True(ledger.TryDraw([new LimitDraw(0, order, 2, 5)], 0).Drawn);
        Assert.True(ledger.TryReserve([new LimitDraw(0, order, 3, 5)], 0, out var reservation).Drawn);
        ledger.Forget(0, session);
        Assert.Equal(Int128.Zero, ledger.Peek(0, session, 0).Amount);
        Assert.Equal((Int128)3, ledger.Peek(0, order.Key, 0).Amount);
        Assert.Equal(FailureKind.None, ledger.Commit(reservation, 0));
        Assert.Equal((Int128)3, ledger.Peek(0, order.Key, 0).Amount);
    }

    [Fact]
    public void A_total_beyond_its_range_fails()
    {
        var ledger = new LimitLedger([s_money]);
        Assert.True(ledger.TryDraw([new LimitDraw(0, default, Int128.MaxValue, Int128.MaxValue)], 0).Drawn);
        Assert.Equal(FailureKind.Overflow, ledger.TryDraw([new LimitDraw(0, default, 1, Int128.MaxValue)], 0).Failure);
    }

    [Fact]
    public void Draws_that_could_slip_past_a_limit_are_refused_as_our_own_mistake()
    {
        var ledger = new LimitLedger([s_three, s_money]);
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.TryDraw([Draw(1, 1, 5), Draw(1, 1, 5)], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.TryDraw([Draw(0, 2, 3)], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.TryDraw([Draw(0, 1, 4)], 0));
    }

    [Fact]
    public void Peeking_and_drawing_allocate_nothing_once_warm()
    {
        var ledger = new LimitLedger([s_three, s_money]);
        var now = 0L;
        void Round()
        {
            for (var i = 0; i < 100; i++)
            {
                now += Hour / 90;
                ledger.Peek(0, Keys.Of(1), now);
                ledger.TryDraw([Draw(0, 1, 3), Draw(1, i, 3_000)], now);
            }
        }
        for (var i = 0; i < 20; i++)
            Round();
        var key = Keys.Of(1);
        Assert.Equal(0, Allocated.Least(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                now += Hour / 90;
                ledger.Peek(0, key, now);
                ledger.TryDraw([new LimitDraw(0, key, 1, 3), new LimitDraw(1, key, i, 3_000)], now);
            }
        }));
    }

    [Theory]
    [InlineData(3, 5, 3)]
    [InlineData(3, 2, 3)]
    [InlineData(3, 0, 3)]
    [InlineData(0, 3, 3)]
    public void Another_bound_keeps_what_was_drawn_and_what_is_set_aside(int before, int after, int drawn)
    {
        var old = new PolicyState(Definition(before));
        for (var i = 0; i < drawn - 1; i++)
            Assert.True(old.Limits.TryDraw([One], 0).Drawn);
        Assert.True(old.Limits.TryReserve([One], 0, out var reservation).Drawn);
        var next = new PolicyState(Definition(after), new PolicyState(new PolicyStateDefinition([], []), old));

        Assert.Equal(drawn, next.Limits.Peek(0, default, 1).Amount);
        Assert.True(old.Limits.TryDraw([One], 1).Drawn);
        Assert.Equal(drawn + 1, next.Limits.Peek(0, default, 1).Amount);
        Assert.True(next.Limits.Release(reservation));
        Assert.Equal(drawn, old.Limits.Peek(0, default, 1).Amount);
        Assert.Equal(0, next.Limits.Peek(0, default, 3 * Hour).Amount);
    }

    [Fact]
    public void A_count_that_was_not_told_further_than_an_exact_limit_needs_cannot_be_told_for_a_greater_one()
    {
        var old = new PolicyState(Definition(AggregateDefinition.MaxExact));
        for (var i = 0; i < AggregateDefinition.MaxExact + 1; i++)
            Assert.True(old.Limits.TryDraw([One], 0).Drawn);
        var next = new PolicyState(Definition(0), old);

        Assert.Equal(FailureKind.OverLimit, next.Limits.Peek(0, default, 1).Failure);
        Assert.Equal(0, next.Limits.Peek(0, default, 3 * Hour).Amount);
    }

    private static LimitDraw One => new(0, default(StateKey), 1, Int128.MaxValue);

    private static PolicyStateDefinition Definition(int exact) =>
        new([], [new KeptLimit("limit", StateOwner.None, new LimitDefinition(Hour, exact))]);
}
