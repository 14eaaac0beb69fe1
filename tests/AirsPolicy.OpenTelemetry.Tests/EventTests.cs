using System.Text;
using AirsPolicy.OpenTelemetry.Tests.Hosts;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace AirsPolicy.OpenTelemetry.Tests;

public sealed class EventTests : IAsyncDisposable
{
    private readonly Exported<LogRecord, (string Name, LogLevel Level, string Attributes)> _exported = new(record =>
        (record.EventId.Name ?? "", record.LogLevel, string.Join(' ', (record.Attributes ?? []).Select(Text))));

    private readonly ServiceProvider _services;
    private WatchedHost _watched = new();

    public EventTests()
    {
        var services = new ServiceCollection();
        services.AddOpenTelemetry().AddAirsPolicy().AddAirsPolicy().WithLogging(logging =>
            logging.AddProcessor(new SimpleLogRecordExportProcessor(_exported)));
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task All_nine_events_of_the_framework_are_log_records()
    {
        await StartAsync();
        _watched.Input("A bomb.");
        await _watched.OutputAsync("A refund.");
        _watched.Pay(-1);
        _watched.Host.Decide("delegate", """{"to":"other","scope":[],"user":{"id":"ann"},"session":{"id":"s"}}"""u8);
        _watched.Input("An outage.", "carl");
        _watched.Input("A bomb.");
        Assert.Equal(
            [
                "circuit_breaker.state_change", "delegation", "guardrail.input", "guardrail.output", "judge.decision", "pace.transition",
                "pipeline.input", "pipeline.output", "tool.policy",
            ],
            Own().Select(record => record.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Own(), record => Assert.DoesNotContain(WatchedHost.Secret, record.Attributes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_control_and_a_decision_say_what_the_rules_said_and_what_followed()
    {
        await StartAsync();
        _watched.Input("I promise.");
        var records = Own();
        Assert.Equal(
            ("guardrail.input", LogLevel.Information,
                $"airs.policy={_watched.Name} airs.point=input airs.control={_watched.Name}.trial airs.mode=detect airs.verdict=block airs.outcome=allow"),
            records[0]);
        Assert.Equal(
            ("pipeline.input", LogLevel.Information,
                $"airs.policy={_watched.Name} airs.bundle={_watched.Host.Digest} airs.point=input airs.verdict=block airs.outcome=allow airs.controls="),
            records[1]);
        Assert.Equal(2, records.Count);
    }

    [Fact]
    public async Task What_was_stopped_is_a_warning()
    {
        await StartAsync();
        _watched.Pay(-1);
        _watched.Pay(1);
        Assert.Equal(
            [("tool.policy", LogLevel.Warning), ("tool.policy", LogLevel.Information)],
            Own().Select(record => (record.Name, record.Level)));
    }

    [Theory]
    [InlineData("tool_call", """{"tool":"pay","args":{"amount":1}}""", "pay")]
    [InlineData("tool_call", """{"args":{"tool":"xyzzy","amount":[{}]},"to\u006fl":"p\u0061y"}""", "pay")]
    [InlineData("tool_result", """{"tool":"pay","args":{"amount":1},"result":"done"}""", "pay")]
    [InlineData("tool_call", """{"tool":"xyzzy"}""", "undeclared")]
    [InlineData("tool_call", """{"tool":["pay"]}""", "undeclared")]
    [InlineData("tool_call", """{"args":{"tool":"pay"}}""", "undeclared")]
    [InlineData("tool_call", """["tool","pay"]""", "undeclared")]
    [InlineData("tool_call", "{", "undeclared")]
    [InlineData("tool_call", "", "undeclared")]
    public async Task A_decision_on_a_tool_names_it_where_the_policy_declares_it(string point, string facts, string tool)
    {
        await StartAsync();
        _watched.Host.Decide(point, Encoding.UTF8.GetBytes(facts));
        var record = Assert.Single(Own(), record => record.Name == "tool.policy");
        Assert.Contains($"airs.point={point} gen_ai.tool.name={tool} airs.verdict", record.Attributes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_a_frame_names_its_tool_and_one_without_a_tool_names_none()
    {
        await StartAsync();
        var frame = new FactFrame();
        Assert.Null(new FactReader().Read(_watched.Host.Layout("tool_call")!, """{"tool":"pay","args":{"amount":1}}"""u8, frame));
        _watched.Host.Decide("tool_call", frame);
        _watched.Host.Decide("tool_call", new FactFrame());
        _watched.Input("Hello.");
        Assert.Equal(
            ["pay", "undeclared", null],
            Own().Select(record => record
                .Attributes.Split(' ')
                .FirstOrDefault(text => text.StartsWith("gen_ai.tool", StringComparison.Ordinal))
                ?.Split('=')[1]));
    }

    [Fact]
    public async Task A_chart_and_a_breaker_tell_of_each_change_once()
    {
        await StartAsync();
        _watched.Input("An outage.");
        _watched.Input("An outage.");
        _watched.Input("A bomb.", "bob");
        _watched.Input("A bomb.", "bob");
        _watched.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("Allow", _watched.Input("Hello.", "bob").Outcome.ToString());
        Assert.Equal(
            [
                $"airs.policy={_watched.Name} airs.pace.chart=guardrail airs.pace.before=primary airs.pace.state=contingency",
                $"airs.policy={_watched.Name} airs.breaker=attackers airs.breaker.state=open",
                $"airs.policy={_watched.Name} airs.breaker=attackers airs.breaker.state=closed",
            ],
            Own().Where(record => record.Name is "pace.transition" or "circuit_breaker.state_change").Select(record => record.Attributes));
    }

    [Fact]
    public async Task A_judge_without_an_answer_says_why()
    {
        await StartAsync();
        _watched = new WatchedHost("no JSON");
        await _watched.OutputAsync("We open at nine.");
        var judged = Own().First(record => record.Name == "judge.decision");
        Assert.Equal(LogLevel.Warning, judged.Level);
        Assert.EndsWith("gen_ai.request.model=small gen_ai.provider.name=example error.type=unreadable", judged.Attributes, default);
    }

    [Fact]
    public async Task Nothing_is_written_once_the_application_has_ended()
    {
        await StartAsync();
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(default);
        _watched.Input("A bomb.");
        Assert.Empty(Own());
    }

    private async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(default);
    }

    // Other tests decide beside this one.
    private List<(string Name, LogLevel Level, string Attributes)> Own() =>
        [.. _exported.All.Where(record => record.Attributes.Contains($"airs.policy={_watched.Name} ", StringComparison.Ordinal))];

    private static string Text(KeyValuePair<string, object?> attribute) =>
        $"{attribute.Key}={(attribute.Value is string[] texts ? string.Join(' ', texts) : attribute.Value)}";
}
