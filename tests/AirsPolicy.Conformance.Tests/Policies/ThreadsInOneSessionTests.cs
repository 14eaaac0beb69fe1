using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>Two threads ask of one session at the same time, of a policy with limits, labels, agents and an order.</summary>
public sealed class ThreadsInOneSessionTests
{
    private const int Rounds = 200;

    private const string Source = """
        policy threads
        system s { owner "o" }
        tool search {}
        tool pay { args { to: text }  limit 1 per session  when origin(args.to) != [user] then block }
        tool send {}
        label outer { from search  reaches send then block }
        control marks { at message  when text contains "mark" then label outer }
        workflow work { tools search, pay, send  follows finder -> payer }
        agent finder in work { tools search  delegates to payer }
        agent payer  in work { tools pay, send  follows pay* -> send }
        """;

    [Fact]
    public void They_never_both_pass_a_limit_of_one()
    {
        var host = Host();
        Assert.All(
            Enumerable.Range(0, Rounds),
            round =>
            {
                Begin(host, round);
                Assert.Equal(
                    [Outcome.Allow, Outcome.Block],
                    AtOnce(host, $"s{round}", ("tool_call", Call("pay", round)), ("tool_call", Call("pay", round))));
            }
        );
    }

    [Fact]
    public void They_never_both_take_the_last_step_of_an_order()
    {
        var host = Host();
        Assert.All(
            Enumerable.Range(0, Rounds),
            round =>
            {
                Begin(host, round, search: false);
                Assert.Equal(
                    [Outcome.Allow, Outcome.Block],
                    AtOnce(host, $"s{round}", ("tool_call", Call("send", round)), ("tool_call", Call("send", round))));
            }
        );
    }

    [Fact]
    public void What_one_does_behind_a_label_that_the_other_brings_in_is_refused()
    {
        var host = Host();
        Assert.All(Enumerable.Range(0, Rounds), round =>
        {
            Begin(host, round, search: false);
            AtOnce(host, $"s{round}", ("message", "\"message\":{\"text\":\"mark\"}"), ("tool_call", Call("send", round)));
            Assert.Equal(Outcome.Block, Decide(host, "tool_call", $"s{round}", Call("send", round, run: "another")));
        });
    }

    private static PolicyHost Host()
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        Assert.Null(host.Load(BundleBuilder.Build(BoundPolicy.Of(Source))).Reason);
        return host;
    }

    // The user says to whom, and the finder acts, so that the payer is next.
    private static void Begin(PolicyHost host, int round, bool search = true)
    {
        Assert.Equal(Outcome.Allow, Decide(host, "input", $"s{round}", "\"input\":{\"text\":\"Pay 12345678.\",\"source\":\"user\"}"));
        var acts =
            $"\"run\":{{\"id\":\"r{round}\"}},\"agent\":{{\"id\":\"finder\",\"kind\":\"task\",\"chain\":[],\"depth\":0,\"scope\":[]}}";
        Assert.Equal(
            Outcome.Allow,
            search
                ? Decide(host, "tool_call", $"s{round}", $"\"tool\":\"search\",\"args\":{{}},{acts}")
                : Decide(host, "delegate", $"s{round}", $"\"to\":\"payer\",\"to_new\":false,\"scope\":[],{acts}"));
    }

    private static string Call(string tool, int round, string? run = null) =>
        $"\"tool\":\"{tool}\",\"args\":{{\"to\":\"12345678\"}},\"run\":{{\"id\":\"{run ?? $"r{round}"}\"}},\"agent\":{{\"id\":\"payer\",\"kind\":\"task\",\"chain\":[],\"depth\":0,\"scope\":[]}}";

    private static Outcome[] AtOnce(PolicyHost host, string session, params (string Point, string Facts)[] requests)
    {
        var outcomes = new Outcome[requests.Length];
        using var start = new Barrier(requests.Length);
        var threads = requests.Select((request, i) => new Thread(() =>
        {
            start.SignalAndWait();
            outcomes[i] = Decide(host, request.Point, session, request.Facts);
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        Array.Sort(outcomes);
        return outcomes;
    }

    private static Outcome Decide(PolicyHost host, string point, string session, string facts) =>
        host.Decide(point, Encoding.UTF8.GetBytes($"{{\"session\":{{\"id\":\"{session}\"}},{facts}}}")).Outcome;
}
