using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>Limits of agents and workflows, and what becomes of runs, as a host carries them out.</summary>
public sealed class ActingLimitTests
{
    private const int Rounds = 200;

    private const string Policy = """
        policy shop
        system s { owner "o" }
        tool look { class read_only  args { rows: int } }
        tool send { class irreversible }
        workflow work {
          tools look, send
          follows finder -> sender
          goal found "Something is found" where args.rows > 0
          goal seen "Somebody has looked at it"
          limit 4 USD of cost per run  at 100% then halt run
        }
        agent finder in work { tools look  delegates to sender  covers found, seen  limit 2 per user within 1h }
        agent sender in work { tools look, send }
        agent other { tools look  limit once 1 per run }
        control whole { at commit  when run.missing != [] then block }
        """;

    private readonly Clock _clock = new();
    private readonly PolicyHost _host;

    public ActingLimitTests()
    {
        _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });
        Load(Policy);
    }

    private void Load(string policy) => Assert.True(_host.Load(BundleBuilder.Build(BoundPolicy.Of(policy))).Activated);

    private Decision Call(
        string agent,
        string run = "r1",
        string tool = "look",
        int rows = 0,
        string cost = "0",
        string session = "s1",
        string user = "u1") =>
        _host.Decide(
            "tool_call",
            Encoding.UTF8.GetBytes(
                $$"""
                { "tool": "{{tool}}", "args": {{(
                    tool == "look" ? $$"""{ "rows": {{rows}} }""" : "{}"
                )}}, "cost": {{cost}}, "agent": { "id": "{{agent}}", "chain": [], "scope": [] }, "run": { "id": "{{run}}" }, "session": { "id": "{{session}}" }, "user": { "id": "{{user}}" } }
                """
            ));

    private Outcome Prompt(string agent, string run, string cost) =>
        _host
            .Decide(
                "prompt",
                Encoding.UTF8.GetBytes(
                    $$"""
                    { "prompt": { "text": "x", "tokens": 1, "model": "m" }, "cost": {{cost}}, "agent": { "id": "{{agent}}" }, "run": { "id": "{{run}}" }, "session": { "id": "s1" }, "user": { "id": "u1" } }
                    """
                ))
            .Outcome;

    private Outcome Commit(string agent, string run = "r1", string said = "[]") =>
        _host
            .Decide(
                "commit",
                Encoding.UTF8.GetBytes(
                    $$"""
                    { "agent": { "id": "{{agent}}" }, "run": { "id": "{{run}}", "followed": true, "missing": {{said}} }, "session": { "id": "s1" }, "user": { "id": "u1" } }
                    """
                ))
            .Outcome;

    [Fact]
    public void A_limit_of_an_agent_counts_what_that_agent_does_alone_within_its_window()
    {
        Assert.Equal([Outcome.Allow, Outcome.Allow, Outcome.Allow], Enumerable.Range(0, 3).Select(i => Call("other", $"x{i}").Outcome));
        Assert.Equal([Outcome.Allow, Outcome.Allow, Outcome.Block], Enumerable.Range(0, 3).Select(_ => Call("finder").Outcome));
        Assert.Equal(Outcome.Allow, Call("finder", "r2", user: "u2").Outcome);
        _clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal("shop.agent.finder", Assert.Single(Call("finder").Fired).Origin.Control);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(Outcome.Allow, Call("finder").Outcome);
    }

    [Fact]
    public void A_limit_of_a_workflow_counts_what_its_agents_do_together_and_what_they_ask_the_model()
    {
        Assert.Equal(Outcome.Allow, Call("finder", cost: "1").Outcome);
        Assert.Equal(Outcome.Allow, Prompt("sender", "r1", "2"));
        Assert.Equal(Outcome.Allow, Prompt("other", "r1", "100"));
        Assert.Equal(Outcome.Allow, Call("sender", cost: "1").Outcome);
        Assert.Equal(Outcome.Allow, Call("finder", "r2", cost: "4").Outcome);
        var beyond = Call("sender", cost: "0.01");
        Assert.Equal([new HaltEffect(HaltScope.Run, null, null)], beyond.Halts);
        Assert.Equal(Outcome.Halt, Call("other").Outcome);
    }

    [Fact]
    public void A_limit_goes_on_under_the_next_policy_and_ends_with_its_run()
    {
        Assert.Equal([Outcome.Allow, Outcome.Block], [Call("other").Outcome, Call("other").Outcome]);
        Load(Policy + "control more { at input  always flag }\n");
        Assert.Equal(Outcome.Block, Call("other").Outcome);
        _host.EndRun("r1");
        Assert.Equal([Outcome.Allow, Outcome.Block], [Call("other").Outcome, Call("other").Outcome]);
    }

    [Fact]
    public void Who_does_not_say_which_agent_it_is_draws_nothing_and_is_refused()
    {
        var nobody = _host.Decide(
            "prompt",
            """{ "prompt": { "text": "x", "tokens": 1, "model": "m" }, "cost": 1, "run": { "id": "r1" }, "session": { "id": "s1" }, "user": { "id": "u1" } }"""u8
        );
        Assert.Equal((Outcome.Block, FailureKind.MissingFact), (nobody.Outcome, Assert.Single(nobody.Fired).Failure!.Kind));
        Assert.Equal(Outcome.Allow, Prompt("finder", "r1", "4"));
    }

    [Fact]
    public void Two_threads_never_both_draw_the_last_that_an_agent_has()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var outcomes = new Outcome[2];
            Parallel.For(0, 2, thread => outcomes[thread] = Call("other", $"run{round}", session: $"s{thread}").Outcome);
            Assert.Equal([Outcome.Allow, Outcome.Block], outcomes.Order());
        }
    }

    [Fact]
    public void What_is_missing_of_a_run_is_known_from_what_went_on_whatever_the_facts_say()
    {
        Assert.Equal(Outcome.Block, Commit("finder"));
        Call("finder", rows: 1);
        Assert.Equal(Outcome.Block, Commit("finder"));
        Call("sender", tool: "send");
        Assert.Equal(Outcome.Allow, Commit("sender", said: """["everything"]"""));
        Assert.Equal(Outcome.Block, Commit("sender", "r2"));
        Assert.Equal(Outcome.Allow, Commit("other", said: """["everything"]"""));
    }

    [Fact]
    public void What_a_run_was_is_known_when_it_is_over_and_forgotten_then()
    {
        Assert.Null(_host.EndRun("r1"));
        Call("other");
        Assert.Null(_host.EndRun("r1"));
        Call("finder");
        Assert.Equal(RunOutcome.VisibleFailure, _host.EndRun("r1", ["seen", "found"]));
        Call("finder", rows: 1);
        Assert.Equal(RunOutcome.CreativeSubstitution, _host.EndRun("r1", ["seen"]));
        _clock.Advance(TimeSpan.FromHours(1));
        Call("finder");
        Call("sender", tool: "send");
        Assert.Equal(RunOutcome.ExecutionFailure, _host.EndRun("r1", ["seen"]));
        Call("finder", rows: 1);
        Call("sender", tool: "send");
        Assert.Equal(RunOutcome.Normal, _host.EndRun("r1", ["seen"]));
        Assert.Null(_host.EndRun("r1", ["seen"]));
    }
}
