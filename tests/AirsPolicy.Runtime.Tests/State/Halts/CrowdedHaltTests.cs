using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Halts;

namespace AirsPolicy.Runtime.Tests.State.Halts;

public sealed class CrowdedHaltTests
{
    private const long Second = TimeSpan.TicksPerSecond;

    [Fact]
    public void A_halt_that_finds_no_room_stands_and_halts_few_others_but_never_the_system()
    {
        var state = new HaltState(most: 2);
        for (var session = 0; session < 3; session++)
            state.Halt(Of(until: null), Keys.Of(session));
        Assert.Single(state.Of(HaltScope.Session, Keys.Of(2), Second));
        Assert.Empty(state.OfSystem(Second));
        Assert.InRange(Enumerable.Range(3, 200).Count(other => state.Of(HaltScope.Session, Keys.Of(other), Second).Count > 0), 0, 20);
        Assert.Empty(state.Of(HaltScope.User, Keys.Of(2), Second));
    }

    [Fact]
    public void Who_shares_the_place_of_a_halt_is_halted_with_it_and_the_record_says_why()
    {
        var state = new HaltState(most: 1, places: 1);
        state.Halt(Of(until: null), Keys.Of(1));
        state.Halt(Of(until: null), Keys.Of(2));
        Assert.Null(Assert.Single(state.Of(HaltScope.Session, Keys.Of(2), 0)).Failure);
        var shared = Assert.Single(state.Of(HaltScope.Session, Keys.Of(3), 0));
        Assert.Equal(FailureKind.OverLimit, shared.Failure?.Kind);
        Assert.Contains("1 have room of their own where a session is halted", shared.Failure!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_shares_its_place_is_lifted_only_with_all_that_found_no_room()
    {
        var state = new HaltState(most: 1, places: 1);
        state.Halt(Of(until: null), Keys.Of(1));
        state.Halt(Of(until: null), Keys.Of(2));
        state.Lift(HaltScope.Session, Keys.Of(3));
        Assert.NotEmpty(state.Of(HaltScope.Session, Keys.Of(2), 0));
        state.Halt(Of(until: null), Keys.Of(3));
        state.Lift(HaltScope.Session, Keys.Of(3));
        state.LiftSystem();
        Assert.NotEmpty(state.Of(HaltScope.Session, Keys.Of(2), 0));
        state.LiftCrowded(HaltScope.Session);
        Assert.Empty(state.Of(HaltScope.Session, Keys.Of(2), 0));
        Assert.NotEmpty(state.Of(HaltScope.Session, Keys.Of(1), 0));
    }

    [Fact]
    public void One_that_found_no_room_and_is_alone_in_its_place_is_lifted_like_any_other()
    {
        var state = new HaltState(most: 1);
        state.Halt(Of(until: null), Keys.Of(1));
        state.Halt(Of(until: null), Keys.Of(2));
        state.Lift(HaltScope.Session, Keys.Of(2));
        Assert.Empty(state.Of(HaltScope.Session, Keys.Of(2), 0));
    }

    [Fact]
    public void Halts_that_have_ended_make_room()
    {
        var state = new HaltState(most: 2);
        state.Halt(Of(until: Second), Keys.Of(1));
        state.Halt(Of(until: null), Keys.Of(2));
        state.Halt(Of(until: null) with { Since = Second }, Keys.Of(3));
        Assert.Equal((2L, 0L), (Sessions(state, Second).Held, Sessions(state, Second).Crowded));
    }

    [Fact]
    public void How_full_it_is_can_be_read_before_it_is_full_and_since_when_it_is()
    {
        var state = new HaltState(most: 5);
        for (var session = 0; session < 4; session++)
            state.Halt(Of(until: null), Keys.Of(session));
        Assert.Equal((0.8m, true, (long?)null), (Sessions(state, 0).Share, Sessions(state, 0).IsFilling, Sessions(state, 0).FullSince));
        state.Halt(Of(until: null), Keys.Of(4));
        state.Halt(Of(until: null) with { Since = 7 }, Keys.Of(5));
        Assert.Equal((1m, 7L, 1L), (Sessions(state, 8).Share, Sessions(state, 8).FullSince, Sessions(state, 8).Crowded));
        state.Lift(HaltScope.Session, Keys.Of(0));
        Assert.Null(Sessions(state, 9).FullSince);
    }

    private static Runtime.State.Stores.StoreReading Sessions(HaltState state, long now) =>
        state.Stores(now).Single(store => store.Store == "halted sessions");

    private static ActiveHalt Of(long? until) =>
        new(new RuleOrigin("p.c", null, null, "r", 0, "p.airs", 1, 1), HaltScope.Session, null, 0, until);
}
