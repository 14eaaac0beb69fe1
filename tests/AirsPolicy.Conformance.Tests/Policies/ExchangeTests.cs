using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>What a host knows of the past stays over an exchange of the bundle, also by way of one that asks for none of it.</summary>
public sealed class ExchangeTests
{
    private const string Head = "policy shop\nsystem s { owner \"o\" }\n";

    private const string Charted = Head + """
        pace guardrail {
          from emergency at input always block "Closed."
          recover emergency   -> contingency by "lead"
          recover contingency -> alternate   by "lead"
          recover alternate   -> primary     by "lead"
          fallback "telephone"
        }
        control sees { at output  when text contains "leak" then degrade guardrail to emergency, flag }
        """;

    private const string Limited = Head + "limit questions 2 per session within 1h at input\n";

    private const string Plain = Head + "control plain { at input  when text contains \"bad\" then block }\n";

    private readonly PolicyHost _host = new(new PolicyHostOptions { AllowUnsigned = true });

    [Fact]
    public void An_emergency_stays_over_a_bundle_without_a_chart()
    {
        Load(Charted);
        Assert.Equal(Outcome.Flag, Output("leak").Outcome);
        Assert.Equal(Outcome.Block, Input("hello").Outcome);

        Load(Plain);
        Assert.Equal(Outcome.Allow, Input("hello").Outcome);
        Load(Charted);

        Assert.Equal("Closed.", Input("hello").Message);
    }

    [Fact]
    public void What_an_answer_makes_worse_that_streams_while_the_same_bundle_is_loaded_again_is_worse()
    {
        Load(Charted);
        using var stream = _host.BeginOutput("""{"session":{"id":"s"}}"""u8);
        stream.Feed("leak");
        Load(Charted);

        Assert.Equal(Outcome.Flag, stream.End().Outcome);

        Assert.Equal(PaceLevel.Emergency, Assert.Single(_host.State!.Pace.Reading.Charts).Level);
        Assert.Equal(Outcome.Block, Input("hello").Outcome);
    }

    [Theory]
    [InlineData("limit questions 3 per session within 1h at input", 1)]
    [InlineData("limit questions 2 per session within 1h at input  at 50% then flag  at 100% then block", 0)]
    [InlineData("limit questions 2_003 per session within 1h at input", 1)]
    [InlineData("limit questions 1 per session within 1h at input", 0)]
    [InlineData("limit questions 2 per session within 2h at input", 1)]
    [InlineData("limit others 2 per session within 1h at input", 1)]
    public void A_limit_whose_bound_changes_keeps_what_was_drawn_and_one_that_draws_something_else_begins_anew(string limit, int left)
    {
        Load(Limited);
        Assert.Equal([Outcome.Allow, Outcome.Allow, Outcome.Block], Enumerable.Range(0, 3).Select(_ => Input("x").Outcome));

        Load(Plain);
        Input("x");
        Load(Head + limit + "\n");

        Assert.Equal(left > 0, Input("x").Outcome < Outcome.Hold);
    }

    [Fact]
    public void A_limit_that_a_policy_between_does_not_have_is_not_filled_up_again()
    {
        Load(Limited);
        Input("x");
        Input("x");
        Load(Plain);
        Input("x");
        Load(Limited);

        Assert.Equal(Outcome.Block, Input("x").Outcome);
    }

    [Fact]
    public void The_end_of_a_session_also_takes_what_was_counted_for_it_by_a_policy_before()
    {
        Load(Head + "limit questions 1 per session at input\n");
        Input("x");
        Load(Plain);
        Assert.True(_host.EndSession("s"));
        Load(Head + "limit questions 1 per session at input\n");

        Assert.Equal([Outcome.Allow, Outcome.Block], new[] { Input("x").Outcome, Input("x").Outcome });
    }

    private void Load(string policy) => Assert.Null(_host.Load(BundleBuilder.Build(BoundPolicy.Of(policy))).Reason);

    private Decision Input(string text) =>
        _host.Decide("input", Encoding.UTF8.GetBytes($$"""{"input":{ "text": "{{text}}" }, "session": { "id": "s" } }"""));

    private Decision Output(string text) =>
        _host.Decide("output", Encoding.UTF8.GetBytes($$"""{"output":{ "text": "{{text}}" }, "session": { "id": "s" } }"""));
}
