using System.Collections.Concurrent;
using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Telemetry;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>Listeners are told of each decision, and of each control that fired at an input or output.</summary>
public sealed class DecisionEventTests
{
    // Other tests of this process decide too.
    private const string Name = "told_of_decisions";

    private const string Policy = $$"""
        policy {{Name}}
        system s { owner "o" }
        tool pay { args { amount: int } }
        control both  { at input   when text contains "a" then flag   when text contains "b" then block }
        control tried { at input   mode detect   when text contains "a" then halt session }
        control fails { at output  on error flag   when length(text) * 9_223_372_036_854_775_807 > 3 then block }
        """;

    private readonly ConcurrentQueue<PolicyEvent> _told = new();
    private readonly PolicyHost _host = new(new PolicyHostOptions { AllowUnsigned = true });

    [Fact]
    public void Each_control_that_fired_is_told_once_by_its_strongest_rule_and_then_the_decision()
    {
        Decide("input", """ "input":{"text":"a b","source":"user","attachments":[]} """);
        Assert.Equal(
            [
                "guardrail.input point=input control=told_of_decisions.both mode=enforced verdict=block outcome=block",
                "guardrail.input point=input control=told_of_decisions.tried mode=detect verdict=halt outcome=block",
                "pipeline.input point=input verdict=halt outcome=block controls=told_of_decisions.both",
            ],
            Told());
    }

    [Fact]
    public void What_failed_says_so_and_has_no_verdict()
    {
        Decide("output", """ "output":{"text":"long enough","modality":"prose","tokens":1} """);
        Assert.Equal(
            [
                "guardrail.output point=output control=told_of_decisions.fails mode=enforced verdict=allow outcome=flag type=Overflow",
                "pipeline.output point=output verdict=allow outcome=flag controls=told_of_decisions.fails",
            ],
            Told());
    }

    [Fact]
    public void A_call_is_told_with_its_tool_and_other_points_are_not_told()
    {
        Decide("tool_call", """ "tool":"pay","first_use":false,"cost":0,"args":{"amount":1} """);
        Decide("message", """ "message":{"text":"x","from":"a","to":"b"} """);
        Assert.Equal(["tool.policy point=tool_call name=pay verdict=allow outcome=allow controls="], Told());
    }

    private void Decide(string point, string facts)
    {
        if (_host.Status().Package is null)
            Assert.Null(_host.Load(BundleBuilder.Build(BoundPolicy.Of(Policy))).Reason);
        using var _ = PolicyEvents.Listen(_told.Enqueue);
        _host.Decide(
            point,
            Encoding.UTF8.GetBytes(
                $$"""
                {"session":{"id":"s1","age":1,"idle":1,"turns":1,"labels":[]},"user":{"id":"u","roles":[],"groups":[]},
                 "agent":{"id":"a","kind":"task","chain":[],"depth":0,"scope":[]},"run":{"id":"r","elapsed":1,"failed":false},
                 "flagged":false,{{facts}}}
                """));
    }

    private IEnumerable<string> Told() =>
        from told in _told
        where Name.Equals(told[TelemetryNames.Attributes.Policy])
        select string.Join(
            ' ',
            told.Attributes
                .Where(attribute => attribute.Key is not (TelemetryNames.Attributes.Policy or TelemetryNames.Attributes.Bundle))
                .Select(attribute => $"{attribute.Key.Split('.')[^1]}={(attribute.Value is string[] many ? string.Join(',', many) : attribute.Value)}")
                .Prepend(told.Name));
}
