using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Tests.State.Breakers;

/// <summary>Which breakers make room for others, and how full they say that they are.</summary>
public sealed class BreakerRoomTests
{
    private static readonly BreakerDefinition s_probing = new("one", ["user", "id"], 10, 1, []);

    private static readonly BreakerDefinition s_lasting = new("all", [], 10, 0, ["lead"]);

    private readonly BreakerState _state = new(most: 1, places: 1);

    [Fact]
    public void One_that_people_close_or_that_tries_a_decision_makes_no_room()
    {
        Trip(s_lasting, "a", 0);
        Trip(s_probing, "b", 100);
        Assert.Equal((1L, 1L), (_state.Store(100).Held, _state.Store(100).Crowded));

        var trying = new BreakerState(most: 1, places: 1);
        Trip(s_probing, "a", 0, trying);
        Assert.Equal(BreakerPhase.Probing, trying.Enter(s_probing, Key("a"), 10).Phase);
        Trip(s_probing, "b", 10, trying);
        Assert.Equal((1L, 1L), (trying.Store(10).Held, trying.Store(10).Crowded));
    }

    [Fact]
    public void Room_is_looked_for_once_a_second_at_most()
    {
        Trip(s_probing, "a", 0);
        Trip(s_probing, "b", 5);
        Trip(s_probing, "c", 5 + TimeSpan.TicksPerSecond - 1);
        Assert.Equal("a", Open());
        Trip(s_probing, "d", 5 + TimeSpan.TicksPerSecond);
        Assert.Equal("d", Open());
    }

    [Fact]
    public void It_is_full_since_the_first_that_found_no_room_until_one_leaves()
    {
        Trip(s_lasting, "a", 0);
        Assert.Null(_state.Store(0).FullSince);
        Trip(s_lasting, "b", 5);
        Trip(s_lasting, "c", 7);
        Assert.Equal(5, _state.Store(7).FullSince);
        Assert.True(_state.Close(s_lasting, Key("a")));
        Assert.Null(_state.Store(8).FullSince);
        Trip(s_lasting, "d", 9);
        Assert.Null(_state.Store(9).FullSince);
        Trip(s_lasting, "e", 11);
        Assert.Equal(11, _state.Store(11).FullSince);
    }

    [Fact]
    public void A_key_without_room_is_closed_by_its_name_alone_only_while_it_shares_no_place()
    {
        Trip(s_lasting, "a", 0);
        Trip(s_lasting, "b", 0);
        Assert.True(_state.Close(s_lasting, Key("b")));
        Assert.Equal(BreakerPhase.Closed, _state.Read(s_lasting, Key("b"), 0));
        Assert.False(_state.Close(s_lasting, Key("b")));
    }

    [Fact]
    public void What_is_left_without_room_keeps_breakers_from_being_all_closed()
    {
        Trip(s_lasting, "a", 0);
        Trip(s_lasting, "b", 0);
        _state.Close(s_lasting, Key("a"));
        Assert.False(_state.IsEmpty);
        Assert.Equal(BreakerPhase.Open, _state.Read(s_lasting, Key("b"), 0));
        _state.CloseCrowded(s_lasting);
        Assert.True(_state.IsEmpty);
    }

    [Fact]
    public void The_longest_time_of_those_that_share_a_place_holds()
    {
        Trip(s_lasting, "a", 0);
        Trip(s_probing, "b", 0);
        Trip(s_probing with { OpenFor = long.MaxValue }, "c", 5);
        Assert.Equal(BreakerPhase.Open, _state.Read(s_probing, Key("b"), long.MaxValue));
    }

    [Fact]
    public void Time_never_runs_back()
    {
        Trip(s_probing, "a", 20);
        Assert.Equal(BreakerPhase.Open, _state.Read(s_probing, Key("a"), 29));
        Assert.Equal(BreakerPhase.Probing, _state.Read(s_probing, Key("a"), 30));
        Assert.Equal(BreakerPhase.Probing, _state.Read(s_probing, Key("a"), 3));
    }

    [Fact]
    public void A_decision_that_began_while_it_was_closed_opens_it_only_where_something_trips()
    {
        _state.End(s_probing, new BreakerPass(Key("a"), BreakerPhase.Closed), wentOn: false, trips: false, 0);
        Assert.True(_state.IsEmpty);
        Trip(s_probing, "a", 5);
        Trip(s_probing, "a", 9);
        Assert.Equal(5, Assert.Single(_state.Open).Since);
        _state.End(s_probing, new BreakerPass(null, BreakerPhase.Closed), wentOn: false, trips: true, 9);
        Assert.Single(_state.Open);
    }

    private string Open() =>
        string.Join(",", _state.Open.Select(open => ((string[])["a", "b", "c", "d"]).First(id => open.Key == Key(id))));

    private void Trip(BreakerDefinition breaker, string id, long now, BreakerState? state = null) =>
        (state ?? _state).End(breaker, new BreakerPass(Key(id), BreakerPhase.Closed), wentOn: false, trips: true, now);

    private static StateKey Key(string id) => new StateKeyWriter().Add(id).ToKey();
}
