using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Classifiers.Onnx.Tests.Models;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.OpenTelemetry.Tests.Hosts;

/// <summary>A host with a policy that has something of everything. Its name is its own, because all hosts of the process are watched.</summary>
internal sealed class WatchedHost
{
    /// <summary>A text that no telemetry may hold.</summary>
    public const string Secret = "xyzzy";

    /// <summary>A text beside which a fact is missing.</summary>
    public const string WithoutFact = "How many?";

    private static int s_count;

    public WatchedHost(string answer = """{"right":true}""", IPolicyStore? store = null)
    {
        Name = $"watched_{Interlocked.Increment(ref s_count):D4}";
        Host = new PolicyHost(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Clock = Clock,
            Store = store,
            Judges = new Dictionary<string, IJudge> { ["small"] = new FixedJudge(answer) },
        });
        Assert.Null(Host.Load(BuiltPolicy.Of($$$"""
            policy {{{Name}}} version "1.0.0"
            system desk "A desk" { owner "desk@shop.example" }
            queue people "Staff" { sla 1h  reviewers "staff" }
            control threats { at input  when text contains "bomb" then block "No." }
            control trial { at input  mode detect until 2026-12-31  when text contains "promise" then block "No." }
            control down { at input  when text contains "outage" then flag, degrade guardrail to contingency }
            fact least: int
            control broken { at input  on error block "Not now."  when least > 1 then flag }
            control waits { at output  when text contains "refund" then hold for people }
            control stops { at output  when text contains "fraud" then halt session "Stop." }
            breaker attackers { per user  trip when count of refused input per user within 60s >= 2  open for 5m  probe 1 }
            pace guardrail {
              enter contingency when not guardrail.healthy
              from contingency at output always flag
              recover contingency -> alternate by "on-call"
              recover alternate -> primary by "on-call"
              fallback "rules"
            }
            tool pay { class irreversible  args { amount: int }  when args.amount < 0 then block "No." }
            judge guard {
              model "small" from "example"  at output  timing inline  timeout 60s  on error block "Nobody could look at this."
              prompt "Is this right? {{ text }}"
              returns { right: bool }
              when not right then block "That is not right."
            }
            """)).Reason);
    }

    public string Name { get; }

    public Clock Clock { get; } = new();

    public PolicyHost Host { get; }

    public Decision Input(string text, string user = "ann") => Decide("input", Texts("input", text, user));

    public async Task<Decision> OutputAsync(string text)
    {
        var facts = Encoding.UTF8.GetBytes(Texts("output", text, "ann").ToJsonString());
        return Host.Decide("output", (await Host.JudgeAsync("output", facts)).Span);
    }

    public Decision Pay(int amount) =>
        Decide("tool_call", With(new JsonObject { ["tool"] = "pay", ["args"] = new JsonObject { ["amount"] = amount } }, "ann"));

    private Decision Decide(string point, JsonObject facts) => Host.Decide(point, Encoding.UTF8.GetBytes(facts.ToJsonString()));

    private static JsonObject Texts(string point, string text, string user)
    {
        var said = new JsonObject { ["text"] = $"{text} {Secret}" };
        var facts = new JsonObject { [point] = said };
        if (point == "input")
            (said["source"], said["attachments"]) = ("user", new JsonArray());
        if (text != WithoutFact)
            facts["least"] = 0;
        return With(facts, user);
    }

    private static JsonObject With(JsonObject facts, string user)
    {
        facts["user"] = new JsonObject { ["id"] = user };
        facts["session"] = new JsonObject { ["id"] = Secret };
        return facts;
    }

    private sealed class FixedJudge(string answer) : IJudge
    {
        public ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation) => new(answer);
    }
}
