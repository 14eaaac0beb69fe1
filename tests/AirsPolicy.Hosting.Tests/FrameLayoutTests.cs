using System.Text;
using AirsPolicy.Hosting.Loading;
using AirsPolicy.Hosting.Tests.Programs;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Facts.Writing;

namespace AirsPolicy.Hosting.Tests;

/// <summary>A frame is decided on only by the bundle whose layout has filled it.</summary>
public sealed class FrameLayoutTests
{
    // The same facts in another order: slots of the one mean something else in the other.
    private static readonly PointLayout s_other = Written.Input with
    {
        Facts = new RecordShape([.. Written.Input.Facts.Members.Reverse()]),
    };

    [Fact]
    public void A_frame_that_was_filled_for_the_bundle_before_is_refused_after_a_change()
    {
        var host = Host(Written.Bundle(Written.Open, "before"));
        var frame = Filled(host.Layout("input")!);
        Assert.Equal(Outcome.Allow, host.Decide("input", frame).Outcome);

        host.Use(Written.Bundle(Written.Open, "after", input: s_other));
        var decision = host.Decide("input", frame);

        Assert.Equal((Outcome.Block, "after"), (decision.Outcome, decision.Bundle));
        Assert.Equal(FailureKind.MisfitFact, decision.Failure?.Kind);
        Assert.Equal("written.control", Assert.Single(decision.Fired).Origin.Control);
        Assert.Equal(Outcome.Allow, host.Decide("input", Filled(host.Layout("input")!)).Outcome);
    }

    [Fact]
    public void A_change_between_filling_and_deciding_is_noticed()
    {
        var host = Host(Written.Bundle(Written.Open, "before"));
        var frame = new FactFrame();
        var writer = new FactWriter(host.Layout("input")!);
        writer.Begin(frame);
        writer.Set(writer.Slot("amount"), 90m);
        host.Use(Written.Bundle(Written.Open, "after", input: s_other));
        Assert.Null(writer.Complete());

        Assert.Equal(FailureKind.MisfitFact, host.Decide("input", frame).Failure?.Kind);
    }

    [Fact]
    public void A_bundle_that_lays_out_the_same_facts_takes_the_frames_of_the_one_before()
    {
        var host = Host(Written.Bundle(Written.Open, "before"));
        var frame = Filled(host.Layout("input")!);
        host.Use(
            Written.Bundle(Written.Open, "after", input: Written.Input with { Facts = new RecordShape([.. Written.Input.Facts.Members]) }));

        Assert.Equal((Outcome.Allow, "after"), (host.Decide("input", frame).Outcome, host.Digest));
    }

    [Fact]
    public void A_frame_of_another_point_is_refused()
    {
        var host = Host(Written.Bundle(Written.Open));

        Assert.Equal(FailureKind.MisfitFact, host.Decide("output", Filled(host.Layout("input")!)).Failure?.Kind);
    }

    [Fact]
    public void A_frame_that_nobody_filled_or_in_which_something_does_not_fit_is_refused()
    {
        var host = Host(Written.Bundle(Written.Open));
        var frame = Filled(host.Layout("input")!);
        Assert.NotNull(new FactReader().Read(host.Layout("input")!, "{\"amount\":true}"u8, frame));
        Assert.Equal(FailureKind.MisfitFact, host.Decide("input", frame).Failure?.Kind);

        var writer = new FactWriter(host.Layout("input")!);
        writer.Begin(frame);
        Assert.Equal(FailureKind.MisfitFact, host.Decide("input", frame).Failure?.Kind);
        writer.Set(writer.Slot("input.text"), "\ud83d");
        Assert.NotNull(writer.Complete());
        Assert.Equal(FailureKind.MisfitFact, host.Decide("input", frame).Failure?.Kind);

        Assert.Equal(FailureKind.MisfitFact, host.Decide("input", new FactFrame()).Failure?.Kind);
    }

    private static PolicyHost Host(LoadedBundle bundle)
    {
        var host = new PolicyHost();
        host.Use(bundle);
        return host;
    }

    private static FactFrame Filled(CompiledLayout layout)
    {
        var frame = new FactFrame();
        Assert.Null(new FactReader().Read(layout, Encoding.UTF8.GetBytes("""{"input":{"text":"hello"},"amount":1}"""), frame));
        return frame;
    }
}
