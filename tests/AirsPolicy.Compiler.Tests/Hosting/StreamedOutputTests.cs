using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>An answer that arrives in parts, from its beginning to its end, and where nothing can be decided.</summary>
public sealed class StreamedOutputTests
{
    private const string Policy = """
        policy p
        system s { owner "o"  stream buffered }
        detector offer { match "legally binding" }
        control offers { at output  when offer.found(text) then block "No." }
        control cards { at output  always redact pii.card }
        """;

    private static readonly byte[] s_bundle = BundleBuilder.Build(BoundPolicy.Of(Policy));

    private readonly PolicyHost _host = new(new PolicyHostOptions { AllowUnsigned = true, Clock = new Clock() });

    public StreamedOutputTests() => Assert.Null(_host.Load(s_bundle).Reason);

    [Fact]
    public void What_is_fine_goes_on_and_what_is_left_goes_on_at_the_end()
    {
        using var stream = Begin();
        Assert.Equal("Good ", stream.Feed("Good lega").ToString());
        Assert.False(stream.IsStopped);
        Assert.Equal(("", null), (stream.Rest, stream.Waits));
        var decision = stream.End();
        Assert.Equal((Outcome.Allow, "lega", false), (decision.Outcome, stream.Rest, decision.Retracted));
        Assert.Same(decision, stream.End());
        Assert.True(stream.IsStopped);
        Assert.True(stream.Feed("more").IsEmpty);
    }

    [Fact]
    public void What_blocks_stops_it_and_is_taken_back()
    {
        using var stream = Begin();
        Assert.Equal("It is ", stream.Feed("It is ").ToString());
        Assert.True(stream.Feed("legally binding, or so they say.").IsEmpty);
        Assert.True(stream.IsStopped);
        var decision = stream.End();
        Assert.Equal((Outcome.Block, "No.", true, ""), (decision.Outcome, decision.Message, decision.Retracted, stream.Rest));
    }

    [Fact]
    public void A_value_is_hidden_under_the_name_that_it_has_in_its_session()
    {
        using var stream = Begin();
        var first = stream.Feed("4111 1111 1111 1111 is a card.").ToString();
        stream.End();
        Assert.Equal("[pii.card-1] is a card.", first + stream.Rest);
        Assert.Equal("[pii.card-1]", _host.LabelsOf("s1").Substitute(RedactionMethod.Label, "pii.card", "4111 1111 1111 1111"));
    }

    [Fact]
    public void What_is_excepted_goes_on_wherever_it_stands_in_the_list()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = new Clock() });
        Assert.Null(host.Load(BundleBuilder.Build(BoundPolicy.Of("""
            policy p
            system s { owner "o"  stream buffered }
            control cards { at output  always redact pii.card except user.groups as mask }
            """))).Reason);
        using var stream = host.BeginOutput(
            """{"session":{"id":"s1"},"user":{"id":"u1","roles":[],"groups":["staff","4111-1111-1111-1111","x"]}}"""u8);
        var first = stream.Feed("Yours is 4111 1111 1111 1111 and theirs 5555 5555 5555 4444, as said.").ToString();
        stream.End();
        Assert.Equal("Yours is 4111 1111 1111 1111 and theirs", (first + stream.Rest)[..39]);
        Assert.DoesNotContain("5555 5555", first + stream.Rest, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_held_waits_under_its_number()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = new Clock() });
        Assert.Null(host.Load(BundleBuilder.Build(BoundPolicy.Of("""
            policy p
            system s { owner "o" }
            queue people { sla 1h  reviewers "staff" }
            control waits { at output  when text contains "ask first" then hold for people }
            """))).Reason);
        using var stream = host.BeginOutput("{\"session\":{\"id\":\"s1\"},\"user\":{\"id\":\"u1\"}}"u8);
        Assert.True(stream.Feed("Better ask first.").IsEmpty);
        Assert.Equal(Outcome.Hold, stream.End().Outcome);
        Assert.Equal(host.Waiting().Single().Number, stream.Waits);
    }

    [Fact]
    public void What_is_given_up_is_not_decided()
    {
        var stream = Begin();
        stream.Feed("Good");
        stream.Dispose();
        stream.Dispose();
        Assert.True(stream.IsStopped);
        Assert.Throws<InvalidOperationException>(stream.End);
        using var next = Begin();
        var first = next.Feed("Fine.").ToString();
        Assert.Equal((Outcome.Allow, "Fine."), (next.End().Outcome, first + next.Rest));
    }

    [Fact]
    public void Without_a_policy_or_facts_that_fit_nothing_goes_on()
    {
        using var none = new PolicyHost().BeginOutput("{}"u8);
        Assert.True(none.IsStopped);
        Assert.True(none.Feed("Good").IsEmpty);
        Assert.Equal((Outcome.Block, FailureKind.Internal), (none.End().Outcome, none.End().Failure!.Kind));
        using var misfit = _host.BeginOutput("{\"session\":{\"id\":7}}"u8);
        Assert.True(misfit.IsStopped);
        Assert.Equal((Outcome.Block, FailureKind.MisfitFact), (misfit.End().Outcome, misfit.End().Failure!.Kind));
    }

    [Fact]
    public void A_policy_without_an_output_blocks_every_answer()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        host.Load(BundleBuilder.Build(TestPolicies.Bounded(1m)));
        using var stream = host.BeginOutput("{}"u8);
        Assert.Equal((Outcome.Block, FailureKind.Unknown), (stream.End().Outcome, stream.End().Failure!.Kind));
    }

    private StreamedOutput Begin() => _host.BeginOutput("{\"session\":{\"id\":\"s1\"}}"u8);
}
