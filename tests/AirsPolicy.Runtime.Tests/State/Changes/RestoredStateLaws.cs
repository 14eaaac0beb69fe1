using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Breakers;
using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Halts;
using AirsPolicy.Runtime.State.Labels;
using AirsPolicy.Runtime.State.Limits;
using AirsPolicy.Runtime.State.Origins;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.State.Changes;

public sealed class RestoredStateLaws
{
    [Fact]
    public void What_the_journal_has_taken_brings_the_state_back_over_any_number_of_restarts_and_policies()
    {
        var kinds = new HashSet<ChangeKind>();
        ForAll(300, seed =>
        {
            var random = new Random(seed);
            var (taken, acts) = (new TakenChanges(), new RandomActs(seed));
            acts.GoOn(new PolicyState(new PolicyStateDefinition([], []), keeping: taken.Keeping));
            for (var act = 0; act < 120; act++)
            {
                acts.Act();
                if (random.Next(30) == 0)
                    taken.Rewrite(acts.State, isComplete: random.Next(3) > 0);
                if (random.Next(30) == 0)
                    acts.GoOn(acts.State);
                if (random.Next(30) > 0)
                    continue;
                var live = acts.Shown();
                var (restored, again) = (taken.Restored(), taken.Restored());
                acts.Use(restored);
                Assert.Equal(live, acts.Shown());
                // Whoever looks changes nothing, and so the next restart is the same.
                acts.Use(again);
                Assert.Equal(live, acts.Shown());
            }
            kinds.UnionWith(taken.Taken.Select(change => (ChangeKind)change.Bytes[0]));
        });
        // What shares places is below, and texts are with origins.
        ChangeKind[] others =
        [
            ChangeKind.None, ChangeKind.BreakerCrowded, ChangeKind.CrowdedBreakersClosed, ChangeKind.CrowdedHaltsLifted,
            ChangeKind.TextsBegun, ChangeKind.AllTextsLost,
        ];
        Assert.Equal([], Enum.GetValues<ChangeKind>().Except(kinds).Except(others));
    }

    [Fact]
    public void Halts_that_share_places_stand_after_a_restart_for_the_same_keys() => ForAll(200, seed =>
    {
        var random = new Random(seed);
        var taken = new TakenChanges();
        var live = new HaltState(2, 4, taken.Keeping);
        for (var now = 0L; now < 40; now++)
        {
            var scope = (HaltScope)random.Next(2);
            var origin = new RuleOrigin("p.c", null, null, "", 0, "p.airs", 1, 1);
            var halt = new ActiveHalt(origin, scope, null, now, random.Next(2) == 0 ? null : now + 30);
            if (random.Next(6) == 0)
                live.Lift(scope, Keys.Of(random.Next(8)));
            else if (random.Next(12) == 0)
                live.LiftCrowded(scope);
            else if (random.Next(20) == 0)
                live.Rewrite();
            else
                live.Halt(halt, Keys.Of(random.Next(8)));
            var restored = new HaltState(2, 4, new TakenChanges().Keeping);
            Apply(taken, (ChangeKind kind, ref ChangeReader change) => restored.Apply(kind, ref change));
            for (var key = 0; key < 8; key++)
                Assert.Equal(live.Of(scope, Keys.Of(key), now), restored.Of(scope, Keys.Of(key), now));
        }
    });

    [Fact]
    public void A_halt_that_had_ended_when_somebody_looked_is_not_joined_after_a_restart_either()
    {
        var taken = new TakenChanges();
        var live = new HaltState(2, 4, taken.Keeping);
        var origin = new RuleOrigin("p.c", null, null, "", 0, "p.airs", 1, 1);
        live.Halt(new ActiveHalt(origin, HaltScope.Session, null, 10, 28), Keys.Of(1));
        Assert.Empty(live.Of(HaltScope.Session, Keys.Of(1), 30));
        // Made of an earlier time, as that of a request whose time for people was over: it counts as the latest.
        live.Halt(new ActiveHalt(origin, HaltScope.Session, null, 25, null), Keys.Of(1));
        var restored = new HaltState(2, 4, new TakenChanges().Keeping);
        Apply(taken, (ChangeKind kind, ref ChangeReader change) => restored.Apply(kind, ref change));
        Assert.Equal(live.Of(HaltScope.Session, Keys.Of(1), 30), restored.Of(HaltScope.Session, Keys.Of(1), 30));
    }

    [Fact]
    public void Breakers_that_share_places_stand_after_a_restart_for_the_same_keys() => ForAll(200, seed =>
    {
        var random = new Random(seed);
        var taken = new TakenChanges();
        var live = new BreakerState(2, 4, taken.Keeping);
        BreakerDefinition[] breakers = [new("one", ["user", "id"], 10, 2, []), new("two", ["user", "id"], 10, 0, [])];
        for (var now = 0L; now < 60; now++)
        {
            var (breaker, key) = (breakers[random.Next(2)], Keys.Of(random.Next(8)));
            if (random.Next(8) == 0)
                live.Close(breaker, key);
            else if (random.Next(15) == 0)
                live.CloseCrowded(breaker);
            else if (random.Next(20) == 0)
                live.Rewrite();
            else if (live.Enter(breaker, key, now) is { IsOpen: false } pass)
                live.End(breaker, pass, wentOn: random.Next(2) == 0, trips: random.Next(3) > 0, now);
            var restored = new BreakerState(2, 4, new TakenChanges().Keeping);
            Apply(taken, (ChangeKind kind, ref ChangeReader change) => restored.Apply(kind, ref change));
            for (var one = 0; one < 8; one++)
            {
                foreach (var asked in breakers)
                    Assert.Equal(live.Read(asked, Keys.Of(one), now), restored.Read(asked, Keys.Of(one), now));
            }
        }
    });

    [Fact]
    public void Labels_that_share_places_are_carried_after_a_restart_by_the_same_keys() => ForAll(200, seed =>
    {
        var random = new Random(seed);
        var taken = new TakenChanges();
        var live = new CarriedLabels(2, 4, taken.Keeping);
        for (var act = 0; act < 40; act++)
        {
            var key = Keys.Of(random.Next(8));
            if (random.Next(6) == 0)
                live.Forget(key);
            else if (random.Next(20) == 0)
                live.Rewrite();
            else
                live.Add(key, 1UL << random.Next(64));
            var restored = new CarriedLabels(2, 4, new TakenChanges().Keeping);
            Apply(taken, (ChangeKind kind, ref ChangeReader change) => restored.Apply(kind, ref change));
            for (var one = 0; one < 8; one++)
                Assert.Equal(live.Read(Keys.Of(one)), restored.Read(Keys.Of(one)));
        }
    });

    [Fact]
    public void Where_texts_came_from_is_unclear_after_a_restart_for_the_sessions_that_had_any()
    {
        var taken = new TakenChanges();
        var live = new OriginIndex(10, 1_000, 4, taken.Keeping);
        live.Add(Keys.Of(1), 1, "transfer to DE89370400440532013000");
        live.Add(Keys.Of(2), 1, "another text");
        live.Forget(Keys.Of(2));
        var restored = new OriginIndex(10, 1_000, 4, new TakenChanges().Keeping);
        Apply(taken, (ChangeKind kind, ref ChangeReader change) => restored.Apply(kind, ref change));

        Assert.True(restored.Read(Keys.Of(1), "DE89370400440532013000").IsUnclear);
        Assert.False(restored.Read(Keys.Of(2), "another text").IsUnclear);
        Assert.False(restored.Read(Keys.Of(3), "another text").IsUnclear);

        live.LoseAll();
        live.Rewrite();
        var whole = new OriginIndex(10, 1_000, 4, new TakenChanges().Keeping);
        Apply(taken, (ChangeKind kind, ref ChangeReader change) => whole.Apply(kind, ref change));
        Assert.True(whole.Read(Keys.Of(3), "another text").IsUnclear);
    }

    [Fact]
    public void A_change_that_is_cut_or_damaged_is_refused_and_throws_nothing_else()
    {
        var (taken, acts) = (new TakenChanges(), new RandomActs(1));
        acts.GoOn(new PolicyState(new PolicyStateDefinition([], []), keeping: taken.Keeping));
        for (var act = 0; act < 300; act++)
            acts.Act();
        taken.Rewrite(acts.State);
        var random = new Random(3);
        foreach (var (change, _) in taken.Taken)
        {
            var state = taken.Restored();
            Assert.Throws<InvalidDataException>(() => state.Apply(change.AsSpan(0, change.Length - 1)));
            for (var damage = 0; damage < 3; damage++)
            {
                var damaged = (byte[])change.Clone();
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
                try
                {
                    state.Apply(damaged);
                }
                catch (InvalidDataException)
                {
                    // Refused, as it may be.
                }
            }
        }
        Assert.Throws<InvalidDataException>(() => taken.Restored().Apply([]));
        Assert.Throws<InvalidDataException>(() => taken.Restored().Apply([255]));
    }

    [Fact]
    public void What_is_set_aside_for_nobody_goes_back_at_a_restart()
    {
        var taken = new TakenChanges();
        var limit = new KeptLimit("limit", StateOwner.None, new LimitDefinition(0, 0));
        var definition = new PolicyStateDefinition([], [limit]);
        var live = new PolicyState(definition, keeping: taken.Keeping);
        // The process ended before the decision was among those that wait.
        Assert.True(live.Limits.TryReserve([new LimitDraw(0, default, 7, 10)], 0, out _).Drawn);
        var restored = new PolicyState(definition, taken.Restored());
        Assert.Equal(0, restored.Limits.Peek(0, default, 0).Amount);
    }

    private delegate void Applying(ChangeKind kind, ref ChangeReader change);

    private static void Apply(TakenChanges taken, Applying apply)
    {
        foreach (var (bytes, _) in taken.Taken.ToList())
        {
            var reader = new ChangeReader(bytes);
            apply((ChangeKind)reader.Byte(), ref reader);
        }
    }

    private static void ForAll(int cases, Action<int> law) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), law).Check(Laws.Times(cases));
}
