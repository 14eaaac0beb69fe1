using AirsPolicy.Hosting.Tests.Programs;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Hosting.Tests;

public sealed class FaultTests
{
    [Fact]
    public void A_program_that_throws_blocks_with_what_it_threw()
    {
        var decision = Host(new InvalidOperationException("broken")).Decide("input", "{}"u8);

        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(new Failure(FailureKind.Internal, "InvalidOperationException: broken"), decision.Failure);
        Assert.Equal("written.control", Assert.Single(decision.Fired).Origin.Control);
    }

    [Fact]
    public void When_memory_runs_out_a_block_that_lies_ready_is_the_decision()
    {
        var host = Host(new InsufficientMemoryException());
        var first = host.Decide("input", "{}"u8);

        Assert.Equal(Outcome.Block, first.Outcome);
        Assert.Equal(new Failure(FailureKind.Internal, "The memory for the decision has run out."), first.Failure);
        Assert.Equal("written", first.Bundle);
        Assert.Same(first, host.Decide("input", "{}"u8));
    }

    [Fact]
    public void Scratch_that_met_a_fault_is_not_used_again()
    {
        FactFrame? first = null;
        FactFrame? second = null;
        var host = new PolicyHost();
        host.Use(Written.Bundle((facts, _) =>
        {
            if (first is null)
            {
                first = facts;
                throw new InvalidOperationException("broken");
            }
            second = facts;
        }));
        host.Decide("input", "{}"u8);

        Assert.Equal(Outcome.Allow, host.Decide("input", "{}"u8).Outcome);
        Assert.NotNull(second);
        Assert.NotSame(first, second);
    }

    [Fact]
    public void A_program_that_throws_on_a_frame_of_the_caller_blocks_with_what_it_threw()
    {
        var host = Host(new InvalidOperationException("broken"));
        var frame = new FactFrame();
        Assert.Null(new FactReader().Read(host.Layout("input")!, "{}"u8, frame));

        var decision = host.Decide("input", frame);

        Assert.Equal(Outcome.Block, decision.Outcome);
        Assert.Equal(new Failure(FailureKind.Internal, "InvalidOperationException: broken"), decision.Failure);
    }

    [Fact]
    public void A_fault_before_the_program_is_asked_on_a_frame_of_the_caller_blocks()
    {
        var clock = new BreakingClock();
        var host = new PolicyHost(new PolicyHostOptions { Clock = clock });
        host.Use(Written.Bundle(Written.Open));
        var frame = new FactFrame();
        Assert.Null(new FactReader().Read(host.Layout("input")!, "{}"u8, frame));
        clock.IsBroken = true;

        Assert.Equal((Outcome.Block, FailureKind.Internal), Said(host.Decide("input", frame)));
        Assert.Equal((Outcome.Block, FailureKind.Internal), Said(host.Decide("input", "{}"u8)));
    }

    [Fact]
    public void Without_a_policy_every_point_blocks()
    {
        var host = new PolicyHost();

        Assert.Equal(Outcome.Block, host.Decide("input", "{}"u8).Outcome);
        Assert.Equal(Outcome.Block, host.Decide("output", new FactFrame()).Outcome);
        Assert.Null(host.Layout("input"));
    }

    [Fact]
    public void A_point_that_the_policy_does_not_have_blocks()
    {
        var host = Host(new InvalidOperationException());

        Assert.Equal(FailureKind.Unknown, host.Decide("nowhere", "{}"u8).Failure?.Kind);
        Assert.Equal(FailureKind.Unknown, host.Decide("", new FactFrame()).Failure?.Kind);
    }

    private static (Outcome, FailureKind?) Said(Decision decision) => (decision.Outcome, decision.Failure?.Kind);

    private sealed class BreakingClock : TimeProvider
    {
        public bool IsBroken { get; set; }

        public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InvalidOperationException("broken") : base.GetUtcNow();
    }

    private static PolicyHost Host(Exception fault)
    {
        var host = new PolicyHost();
        host.Use(Written.Bundle((_, _) => throw fault));
        return host;
    }
}
