using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Runtime.State.Recording;

namespace AirsPolicy.Runtime.Tests.State;

public sealed class HeldDecisionsTests
{
    private readonly PolicyState _state = new(
        new PolicyStateDefinition(
            [
                new KeptAggregate("went on", StateOwner.None, new AggregateDefinition(AggregateKind.Count, 100, 0)),
                new KeptAggregate("refused", StateOwner.None, new AggregateDefinition(AggregateKind.Count, 100, 10)),
            ],
            [new KeptLimit("limit", StateOwner.None, new LimitDefinition(100, 2))]));

    [Fact]
    public void Silence_refuses_at_the_instant_at_which_the_time_is_over_however_late_it_is_noticed()
    {
        Hold(due: 50);
        Hold(due: 30);
        _state.Held.Advance(29);
        Assert.Equal((0, 2), (Refused(29), Drawn(29)));

        _state.Held.Advance(140);

        Assert.Equal((1, 0), (Refused(140), Drawn(140)));
        Assert.Equal(0, Refused(150));
    }

    [Fact]
    public void Each_is_settled_once()
    {
        var (claimed, refused, silent) = (Hold(due: 50), Hold(due: long.MaxValue), Hold(due: 20, draws: false));

        var claim = _state.Held.Claim(claimed, 10, out _)!;
        Assert.Null(_state.Held.Claim(claimed, 10, out var reason));
        Assert.Contains("at this moment", reason!.Message, StringComparison.Ordinal);
        Assert.False(_state.Held.Refuse(claimed, 10));
        _state.Held.Settle(claim, wentOn: true, 10);
        Assert.Null(_state.Held.Claim(claimed, 10, out reason));
        Assert.Contains("went on at", reason!.Message, StringComparison.Ordinal);
        Assert.True(_state.Held.Refuse(refused, 10));
        Assert.False(_state.Held.Refuse(refused, 10));
        Assert.Null(_state.Held.Claim(silent, 20, out reason));
        Assert.Equal(ReviewAnswer.Expired, reason!.Answer);
        Assert.Equal((2, 1), (Refused(20), Drawn(20)));
        _state.Held.Advance(60);
        Assert.Equal(2, Refused(60));
    }

    [Fact]
    public void No_more_wait_than_there_is_room_for()
    {
        for (var i = 0; i < HeldDecisions.MaxWaiting; i++)
            Assert.NotNull(_state.Held.Add(new HeldDecision(long.MaxValue, _state.Events, [], _state.Limits, null, _state.Halts, [])));

        Assert.Null(_state.Held.Add(new HeldDecision(long.MaxValue, _state.Events, [], _state.Limits, null, _state.Halts, [])));
        _state.Held.Refuse(1, 0);
        Assert.NotNull(_state.Held.Add(new HeldDecision(long.MaxValue, _state.Events, [], _state.Limits, null, _state.Halts, [])));
    }

    [Fact]
    public void What_waits_under_one_policy_is_settled_under_the_next()
    {
        var held = Hold(due: long.MaxValue);
        var next = new PolicyState(
            new PolicyStateDefinition(
                [
                    new KeptAggregate("other", StateOwner.None, new AggregateDefinition(AggregateKind.Count, 100, 0)),
                    new KeptAggregate("refused", StateOwner.None, new AggregateDefinition(AggregateKind.Count, 100, 10)),
                ],
                [
                    new KeptLimit("other", StateOwner.None, new LimitDefinition(100, 2)),
                    new KeptLimit("limit", StateOwner.None, new LimitDefinition(100, 2)),
                ]
            ),
            _state);

        Assert.Equal(1, next.Limits.Peek(1, default, 0).Amount);
        Assert.True(next.Held.Refuse(held, 1));
        Assert.Equal((0, 1), ((int)next.Events.Read(0, default, 1).Amount, (int)next.Events.Read(1, default, 1).Amount));
        Assert.Equal((0, 0), ((int)next.Limits.Peek(0, default, 1).Amount, (int)next.Limits.Peek(1, default, 1).Amount));
    }

    private long Hold(long due, bool draws = true)
    {
        long? reservation = null;
        if (draws)
        {
            Assert.True(_state.Limits.TryReserve([new LimitDraw(0, default, 1, Int128.MaxValue)], 0, out var number).Drawn);
            reservation = number;
        }
        return _state.Held.Add(new HeldDecision(due, _state.Events, [Event(1)], _state.Limits, reservation, _state.Halts, []))!.Value;
    }

    private static RecordedEvent Event(int aggregate) => new(aggregate, default(Runtime.State.Keys.EventKey), 1, null, FailureKind.None);

    private int Refused(long now) => (int)_state.Events.Read(1, default, now).Amount;

    private int Drawn(long now) => (int)_state.Limits.Peek(0, default, now).Amount;
}
