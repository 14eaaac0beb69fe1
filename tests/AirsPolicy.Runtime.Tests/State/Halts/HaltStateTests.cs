using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Tests.State.Halts;

public sealed class HaltStateTests
{
    private static readonly RuleOrigin s_origin = new("shop.c", null, null, "", 0, "f", 1, 1);

    private readonly HaltState _state = new();

    [Fact]
    public void A_halt_stands_for_one_key_until_its_time_is_over()
    {
        Assert.True(_state.IsEmpty);
        _state.Halt(Halt(until: 20), Key("a"));
        Assert.False(_state.IsEmpty);
        Assert.Equal([Halt(until: 20).Rule], _state.Of(HaltScope.Session, Key("a"), 19));
        Assert.Empty(_state.Of(HaltScope.Session, Key("b"), 19));
        Assert.Empty(_state.Of(HaltScope.Run, Key("a"), 19));
        Assert.True(_state.Any(HaltScope.Session, 19));
        Assert.False(_state.Any(HaltScope.Run, 19));
        Assert.False(_state.Any(HaltScope.Session, 20));
        Assert.Empty(_state.Of(HaltScope.Session, Key("a"), 20));
        Assert.True(_state.IsEmpty);
    }

    [Fact]
    public void While_another_is_halted_asking_allocates_nothing()
    {
        _state.Halt(Halt(until: null), Key("a"));
        var other = Key("b");
        Assert.Equal(0, Allocated.Least(() => _state.Of(HaltScope.Session, other, 1)));
        Assert.Equal(0, Allocated.Least(() => _state.Any(HaltScope.Session, 1)));
    }

    [Fact]
    public void Time_never_runs_back()
    {
        _state.Halt(Halt(until: 20), Key("a"));
        Assert.Empty(_state.Of(HaltScope.Session, Key("a"), 25));
        _state.Halt(Halt(until: 24), Key("a"));
        Assert.False(_state.Any(HaltScope.Session, 10));
        Assert.Empty(_state.Of(HaltScope.Session, Key("a"), 10));
        _state.Halt(Halt(since: 40, until: 60), Key("a"));
        _state.Halt(Halt(since: 10, until: 35) with { Message = "another" }, Key("a"));
        Assert.Single(_state.Of(HaltScope.Session, Key("a"), 10));
    }

    [Fact]
    public void The_same_halt_twice_is_one_from_the_first_to_the_last_time()
    {
        _state.Halt(Halt(since: 5, until: 20), Key("a"));
        _state.Halt(Halt(since: 7, until: 15), Key("a"));
        _state.Halt(Halt(since: 7, until: 15) with { Message = "another" }, Key("a"));
        Assert.Equal(
            [Halt(since: 5, until: 20).Rule, (Halt(since: 7, until: 15) with { Message = "another" }).Rule],
            _state.Of(HaltScope.Session, Key("a"), 10));
        _state.Halt(Halt(since: 8), Key("a"));
        Assert.Equal(Halt(since: 5).Rule, _state.Of(HaltScope.Session, Key("a"), 100)[0]);
    }

    [Fact]
    public void Where_nobody_can_tell_whose_it_is_everything_is_halted()
    {
        _state.Halt(Halt(), null);
        var rule = Assert.Single(_state.OfSystem(10));
        Assert.Equal("The fact 'session.id' was missing where this was decided, so that everything is halted.", rule.Failure!.Detail);
        Assert.Equal(HaltScope.System, Assert.IsType<HaltedEffect>(Assert.Single(rule.Effects)).Scope);
        _state.LiftSystem();
        Assert.Empty(_state.OfSystem(10));
        Assert.True(_state.IsEmpty);
        _state.Halt(Halt() with { Scope = HaltScope.System }, Key("a"));
        Assert.Null(Assert.Single(_state.OfSystem(10)).Failure);
    }

    [Fact]
    public void What_is_lifted_is_no_longer_halted_and_all_else_is()
    {
        _state.Halt(Halt(), Key("a"));
        _state.Halt(Halt(), Key("b"));
        _state.Lift(HaltScope.Session, Key("a"));
        Assert.Empty(_state.Of(HaltScope.Session, Key("a"), 10));
        Assert.False(_state.IsEmpty);
        Assert.Single(_state.Of(HaltScope.Session, Key("b"), 10));
    }

    private static ActiveHalt Halt(long since = 5, long? until = null) => new(s_origin, HaltScope.Session, "Stop.", since, until);

    private static StateKey Key(string id) => new StateKeyWriter().Add(id).ToKey();
}
