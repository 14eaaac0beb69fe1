using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Tests.State.Breakers;

public sealed class BreakerStateTests
{
    private static readonly BreakerDefinition s_probing = new("one", ["user", "id"], 10, 2, []);

    private static readonly BreakerDefinition s_lasting = new("all", [], 10, 0, ["lead"]);

    private readonly BreakerState _state = new();

    [Fact]
    public void A_breaker_opens_for_one_key_and_tries_after_its_time()
    {
        Trip(s_probing, Key("a"), 0);
        Assert.Equal(BreakerPhase.Open, _state.Read(s_probing, Key("a"), 9));
        Assert.Equal(BreakerPhase.Closed, _state.Read(s_probing, Key("b"), 9));
        Assert.Equal(BreakerPhase.Probing, _state.Read(s_probing, Key("a"), 10));
    }

    [Fact]
    public void No_more_decisions_try_it_at_a_time_than_have_to_go_on()
    {
        Trip(s_probing, Key("a"), 0);
        var first = _state.Enter(s_probing, Key("a"), 10);
        var second = _state.Enter(s_probing, Key("a"), 10);
        Assert.True(_state.Enter(s_probing, Key("a"), 10).IsOpen);
        _state.End(s_probing, first, wentOn: true, trips: false, 10);
        Assert.True(_state.Enter(s_probing, Key("a"), 10).IsOpen);
        _state.End(s_probing, second, wentOn: true, trips: false, 10);
        Assert.Equal(BreakerPhase.Closed, _state.Read(s_probing, Key("a"), 10));
        Assert.True(_state.IsEmpty);
    }

    [Fact]
    public void One_that_tries_and_is_refused_opens_it_again_for_the_whole_time()
    {
        Trip(s_probing, Key("a"), 0);
        var first = _state.Enter(s_probing, Key("a"), 10);
        var second = _state.Enter(s_probing, Key("a"), 10);
        _state.End(s_probing, first, wentOn: false, trips: false, 12);
        _state.End(s_probing, second, wentOn: true, trips: false, 13);
        Assert.Equal(BreakerPhase.Open, _state.Read(s_probing, Key("a"), 21));
        Assert.Equal(new OpenBreaker("one", Key("a"), 12, 0), Assert.Single(_state.Open));
    }

    [Fact]
    public void One_that_waits_for_people_gives_its_place_back()
    {
        Trip(s_probing, Key("a"), 0);
        _state.End(s_probing, _state.Enter(s_probing, Key("a"), 10), wentOn: null, trips: false, 10);
        _ = _state.Enter(s_probing, Key("a"), 10);
        Assert.False(_state.Enter(s_probing, Key("a"), 10).IsOpen);
    }

    [Fact]
    public void What_follows_from_closing_happens_before_anybody_can_see_that_it_is_closed()
    {
        var seen = new List<bool>();
        Trip(s_probing, Key("a"), 0);
        for (var i = 0; i < 2; i++)
            _state.End(s_probing, _state.Enter(s_probing, Key("a"), 10), wentOn: true, trips: false, 10, () => seen.Add(_state.IsEmpty));
        Trip(s_lasting, Key("b"), 10);
        _state.Close(s_lasting, Key("b"), () => seen.Add(_state.IsEmpty));
        Assert.Equal([false, false], seen);
        Assert.True(_state.IsEmpty);
    }

    [Fact]
    public void One_that_people_close_stays_open_until_they_do()
    {
        var key = new StateKeyWriter().ToKey();
        Trip(s_lasting, key, 0);
        Assert.Equal(BreakerPhase.Open, _state.Read(s_lasting, key, long.MaxValue));
        Assert.True(_state.Close(s_lasting, key));
        Assert.False(_state.Close(s_lasting, key));
        Assert.Equal(BreakerPhase.Closed, _state.Read(s_lasting, key, long.MaxValue));
    }

    [Fact]
    public void Where_there_is_no_room_it_is_open_for_the_key_and_few_others_until_its_time_is_over()
    {
        var state = new BreakerState(most: 3);
        for (var i = 0; i < 3; i++)
            Trip(state, s_probing, Key($"k{i}"), 0);
        Assert.Equal((1m, null), (state.Store(0).Share, state.Store(0).FullSince));
        Trip(state, s_probing, Key("one more"), 5);
        Assert.Equal(BreakerPhase.Open, state.Read(s_probing, Key("one more"), 5));
        Assert.InRange(Enumerable.Range(0, 200).Count(other => state.Read(s_probing, Key($"o{other}"), 5) == BreakerPhase.Open), 0, 20);
        Assert.Equal((3L, 1L, 5L), (state.Store(5).Held, state.Store(5).Crowded, state.Store(5).FullSince));
        Assert.True(state.Close(s_probing, Key("k0")));
        Assert.Equal(BreakerPhase.Open, state.Read(s_probing, Key("one more"), 14));
        Assert.Equal(BreakerPhase.Closed, state.Read(s_probing, Key("one more"), 15));
    }

    [Fact]
    public void Those_whose_time_is_over_make_room()
    {
        var state = new BreakerState(most: 2);
        Trip(state, s_probing, Key("a"), 0);
        Trip(state, s_probing, Key("b"), 0);
        Assert.Equal(0, state.Store(10).Held);
        Trip(state, s_probing, Key("c"), 10);
        Assert.Equal((1L, 0L), (state.Store(10).Held, state.Store(10).Crowded));
    }

    [Fact]
    public void One_that_shares_its_place_is_closed_only_with_all_that_found_no_room()
    {
        var state = new BreakerState(most: 1, places: 1);
        foreach (var key in (string[])["a", "b", "c"])
            Trip(state, s_lasting, Key(key), 0);
        Assert.False(state.Close(s_lasting, Key("b")));
        Assert.Equal(BreakerPhase.Open, state.Read(s_lasting, Key("b"), 0));
        state.CloseCrowded(s_lasting);
        Assert.Equal(BreakerPhase.Closed, state.Read(s_lasting, Key("b"), 0));
        Assert.Equal(BreakerPhase.Open, state.Read(s_lasting, Key("a"), 0));
    }

    private void Trip(BreakerDefinition breaker, in StateKey key, long now) => Trip(_state, breaker, key, now);

    private static void Trip(BreakerState state, BreakerDefinition breaker, in StateKey key, long now) =>
        state.End(breaker, new BreakerPass(key, BreakerPhase.Closed), wentOn: false, trips: true, now);

    private static StateKey Key(string id) => new StateKeyWriter().Add(id).ToKey();
}
