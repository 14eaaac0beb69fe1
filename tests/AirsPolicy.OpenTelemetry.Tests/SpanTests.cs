using System.Diagnostics;
using AirsPolicy.Hosting.Telemetry;
using AirsPolicy.OpenTelemetry.Tests.Hosts;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace AirsPolicy.OpenTelemetry.Tests;

public sealed class SpanTests : IDisposable
{
    private readonly Exported<Activity, Activity> _exported = new(span => span);
    private readonly ActivitySource _own = new(nameof(SpanTests));
    private readonly TracerProvider _provider;

    public SpanTests() =>
        _provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(nameof(SpanTests))
            .AddAirsPolicy()
            .AddProcessor(new SimpleActivityExportProcessor(_exported))
            .Build();

    public void Dispose()
    {
        _provider.Dispose();
        _own.Dispose();
    }

    [Fact]
    public void A_decision_is_a_span_with_what_the_rules_said_and_what_followed()
    {
        var span = Only(watched => watched.Input("A bomb."));
        Assert.Equal("decide input", span.DisplayName);
        Assert.Equal((TelemetryNames.Sources.Hosting, TelemetryNames.Version), (span.Source.Name, span.Source.Version));
        Assert.Equal(
            ("input", "block", "block"),
            (span.GetTagItem("airs.point"), span.GetTagItem("airs.verdict"), span.GetTagItem("airs.outcome")));
        Assert.EndsWith(".threats", Assert.Single((string[])span.GetTagItem("airs.controls")!), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_control_in_detect_mode_said_is_a_verdict_and_no_outcome()
    {
        var span = Only(watched => watched.Input("I promise."));
        Assert.Equal(("block", "allow"), (span.GetTagItem("airs.verdict"), span.GetTagItem("airs.outcome")));
        Assert.Empty((string[])span.GetTagItem("airs.controls")!);
    }

    [Fact]
    public void A_posture_is_an_outcome_and_no_verdict()
    {
        var span = Only(watched => watched.Input(WatchedHost.WithoutFact));
        Assert.Equal(("allow", "block"), (span.GetTagItem("airs.verdict"), span.GetTagItem("airs.outcome")));
    }

    [Fact]
    public void A_point_that_does_not_exist_is_unknown_and_an_error()
    {
        var span = Only(watched => watched.Host.Decide(WatchedHost.Secret, "{}"u8));
        Assert.Equal(("decide unknown", "unknown"), (span.DisplayName, span.GetTagItem("airs.point")));
        Assert.Equal((ActivityStatusCode.Error, "Unknown"), (span.Status, span.GetTagItem("error.type")));
    }

    [Fact]
    public async Task A_question_to_a_judge_is_a_span_by_the_conventions()
    {
        var watched = new WatchedHost("no JSON");
        var root = _own.StartActivity("test")!;
        await watched.OutputAsync("We open at nine.");
        root.Stop();
        var span = Assert.Single(Below(root), span => span.DisplayName.StartsWith("judge ", StringComparison.Ordinal));
        Assert.Equal(
            ($"{watched.Name}.guard", "small", "example", "unreadable"),
            (span.GetTagItem("gen_ai.evaluation.name"), span.GetTagItem("gen_ai.request.model"), span.GetTagItem("gen_ai.provider.name"),
                span.GetTagItem("error.type")));
    }

    // Other tests decide beside this one.
    private Activity Only(Action<WatchedHost> act)
    {
        var watched = new WatchedHost();
        var root = _own.StartActivity("test")!;
        act(watched);
        root.Stop();
        return Assert.Single(Below(root));
    }

    private List<Activity> Below(Activity root)
    {
        var spans = _exported.All.Where(span => span.TraceId == root.TraceId && span != root).ToList();
        Assert.All(
            spans.SelectMany(span => span.TagObjects.Select(tag => tag.Value is string[] texts ? string.Join(' ', texts) : $"{tag.Value}").Append(span.DisplayName)),
            text => Assert.DoesNotContain(WatchedHost.Secret, text, StringComparison.Ordinal));
        return spans;
    }
}
