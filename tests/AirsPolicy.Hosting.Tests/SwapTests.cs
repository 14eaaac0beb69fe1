using AirsPolicy.Hosting.Loading;
using AirsPolicy.Hosting.Tests.Programs;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting.Tests;

public sealed class SwapTests
{
    // Only a test that fails waits this long.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Requests_in_flight_finish_on_the_old_bundle_while_new_ones_are_decided_by_the_new()
    {
        using var entered = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var host = new PolicyHost();
        host.Use(Written.Bundle(
            (facts, evaluation) =>
            {
                entered.Set();
                Assert.True(released.Wait(s_patience));
                Written.Block(facts, evaluation);
            },
            "old"));
        var inFlight = Task.Run(() => host.Decide("input", "{}"u8));
        Assert.True(entered.Wait(s_patience));

        host.Use(Written.Bundle(Written.Open, "new"));
        var after = host.Decide("input", "{}"u8);
        released.Set();
        var before = await inFlight;

        Assert.Equal(("new", Outcome.Allow), (after.Bundle, after.Outcome));
        Assert.Equal(("old", Outcome.Block), (before.Bundle, before.Outcome));
        Assert.Equal("new", host.Digest);
    }

    [Fact]
    public void Scratch_of_the_old_bundle_is_not_used_for_the_new()
    {
        var frames = new List<object>();
        var host = new PolicyHost();
        host.Use(Written.Bundle((facts, _) => frames.Add(facts), "old"));
        host.Decide("input", "{}"u8);
        host.Use(Written.Bundle((facts, _) => frames.Add(facts), "new"));
        host.Decide("input", "{}"u8);

        Assert.NotSame(frames[0], frames[1]);
    }

    [Fact]
    public void Two_hosts_decide_side_by_side_each_by_its_own_bundle()
    {
        var closed = new PolicyHost();
        var open = new PolicyHost();
        closed.Use(Written.Bundle(Written.Block, "closed"));
        open.Use(Written.Bundle(Written.Open, "open"));

        Assert.Equal(("closed", Outcome.Block), Said(closed.Decide("input", "{}"u8)));
        Assert.Equal(("open", Outcome.Allow), Said(open.Decide("input", "{}"u8)));
        Assert.Equal(("closed", Outcome.Block), Said(closed.Decide("input", "{}"u8)));
    }

    [Fact]
    public void A_bundle_of_a_zone_that_the_machine_does_not_know_is_refused_and_the_last_good_one_stays()
    {
        var host = new PolicyHost();
        host.Use(Written.Bundle(Written.Open, "good"));

        var refusal = Assert.Throws<InvalidDataException>(() => host.Use(Written.Bundle(Written.Block, "lost", "Nowhere/Atlantis")));
        Assert.Equal("This machine does not know the time zone 'Nowhere/Atlantis', in which the policy means 'today'.", refusal.Message);
        Assert.Equal("good", host.Digest);
    }

    [Fact]
    public void A_bundle_that_cannot_be_compiled_is_refused_unloaded_and_the_last_good_one_stays()
    {
        var host = new PolicyHost();
        host.Use(Written.Bundle(Written.Open, "good"));
        var (context, unloaded) = (new BundleContext(), 0);
        context.Unloading += _ => unloaded++;

        var refusal = Assert.Throws<InvalidDataException>(
            () => host.Use(Written.Bundle(BrokenProgram.New(), "broken", context: context)));
        Assert.StartsWith("The program of the bundle cannot be compiled: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(("good", 1), (host.Digest, unloaded));
    }

    private static (string?, Outcome) Said(Decision decision) => (decision.Bundle, decision.Outcome);
}
