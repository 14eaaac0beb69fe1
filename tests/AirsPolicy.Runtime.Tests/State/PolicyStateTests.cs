using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Contents;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Runtime.Tests.State;

/// <summary>What goes over from one policy to the next, and what ends with a session or run.</summary>
public sealed class PolicyStateTests
{
    private static readonly PolicyStateDefinition s_definition = new(
        [
            new KeptAggregate("counts", StateOwner.Session, new AggregateDefinition(AggregateKind.Count, 0, 0)),
            new KeptAggregate("of runs", StateOwner.Run, new AggregateDefinition(AggregateKind.Count, 0, 0)),
        ],
        [
            new KeptLimit("spends", StateOwner.Session, new LimitDefinition(0, 0)),
            new KeptLimit("of runs", StateOwner.Run, new LimitDefinition(0, 0)),
        ],
        ["mail"],
        [new ChartDefinition("judge", [], [])]);

    private static readonly StateKey s_key = new StateKeyWriter().Add("a").ToKey();

    private readonly PolicyState _state = new(s_definition);

    [Fact]
    public void What_two_policies_both_know_they_share()
    {
        var empty = new PolicyState(new PolicyStateDefinition([], []), _state);
        var next = new PolicyState(s_definition, empty);
        Fill();
        foreach (var state in (PolicyState[])[empty, next])
        {
            Assert.Same(_state.Held, state.Held);
            Assert.Same(_state.Canaries, state.Canaries);
            Assert.Same(_state.Halts, state.Halts);
            Assert.Same(_state.Sessions, state.Sessions);
            Assert.Same(_state.Contents, state.Contents);
            Assert.Same(_state.Breakers, state.Breakers);
        }
        Assert.Equal((1, 5), ((int)next.Events.Read(0, s_key, 10).Amount, (int)next.Limits.Peek(0, s_key, 10).Amount));
        Assert.Equal(_state.OriginBits, next.OriginBits);
        _state.Pace.Degrade([new PaceMove(0, PaceLevel.Emergency, "c")], 10);
        Assert.Equal(PaceLevel.Emergency, next.Pace.Reading.Charts[0].Level);
    }

    [Fact]
    public void Time_is_one_for_all_that_share_it()
    {
        var windowed = s_definition with
        {
            Aggregates = [new KeptAggregate("lately", StateOwner.None, new AggregateDefinition(AggregateKind.Count, 10, 5))],
        };
        var old = new PolicyState(windowed);
        var next = new PolicyState(windowed, old);
        old.Events.Record(0, s_key, 1, 100);
        Assert.Equal(1, (int)next.Events.Read(0, s_key, 1).Amount);
        next.Events.Read(0, s_key, 500);
        Assert.Equal(0, (int)old.Events.Read(0, s_key, 100).Amount);
    }

    [Fact]
    public void A_session_that_ends_forgets_what_was_kept_for_it_and_nothing_of_runs()
    {
        Fill();
        _state.Contents.Add(new RecordedContent(s_key, 4, [], IsIncomplete: false));
        Assert.True(_state.EndSession(s_key, 10));
        Assert.Equal((0, 1), ((int)_state.Events.Read(0, s_key, 10).Amount, (int)_state.Events.Read(1, s_key, 10).Amount));
        Assert.Equal((0, 5), ((int)_state.Limits.Peek(0, s_key, 10).Amount, (int)_state.Limits.Peek(1, s_key, 10).Amount));
        Assert.Equal(0UL, _state.Contents.Labels.Read(s_key));
    }

    [Fact]
    public void A_run_that_ends_forgets_what_was_kept_for_it_and_nothing_of_sessions()
    {
        Fill();
        _state.Contents.Add(new RecordedContent(s_key, 4, [], IsIncomplete: false));
        Assert.True(_state.EndRun(s_key, 10));
        Assert.Equal((1, 0), ((int)_state.Events.Read(0, s_key, 10).Amount, (int)_state.Events.Read(1, s_key, 10).Amount));
        Assert.Equal((5, 0), ((int)_state.Limits.Peek(0, s_key, 10).Amount, (int)_state.Limits.Peek(1, s_key, 10).Amount));
        Assert.Equal(4UL, _state.Contents.Labels.Read(s_key));
    }

    [Theory]
    [InlineData(HaltScope.Session)]
    [InlineData(HaltScope.Run)]
    public void What_is_halted_does_not_end(HaltScope scope)
    {
        Fill();
        _state.Contents.Add(new RecordedContent(s_key, 4, [], IsIncomplete: false));
        _state.Halts.Halt(new ActiveHalt(new RuleOrigin("c", null, null, "", 0, "f", 1, 1), scope, null, 5, 20), s_key);
        Assert.Equal(scope != HaltScope.Session, _state.EndSession(s_key, 10));
        Assert.Equal(scope == HaltScope.Session ? 4UL : 0, _state.Contents.Labels.Read(s_key));
        Assert.Equal(scope != HaltScope.Run, _state.EndRun(s_key, 10));
        Assert.Equal(
            (scope == HaltScope.Session ? 1 : 0, scope == HaltScope.Run ? 1 : 0),
            ((int)_state.Events.Read(0, s_key, 10).Amount, (int)_state.Events.Read(1, s_key, 10).Amount));
        Assert.True(_state.EndSession(s_key, 20) && _state.EndRun(s_key, 20));
    }

    private void Fill()
    {
        for (var i = 0; i < 2; i++)
        {
            _state.Events.Record(i, s_key, 1, 10);
            Assert.True(_state.Limits.TryDraw([new LimitDraw(i, s_key, 5, 100)], 10).Drawn);
        }
    }
}
