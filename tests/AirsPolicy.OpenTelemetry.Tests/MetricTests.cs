using AirsPolicy.OpenTelemetry.Tests.Hosts;
using AirsPolicy.Storage.Sqlite;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AirsPolicy.OpenTelemetry.Tests;

public sealed class MetricTests : IDisposable
{
    private readonly Exported<Metric, (string Name, IReadOnlyList<(string Tags, double Value)> Points)> _exported =
        new(metric => (metric.Name, PointsOf(metric)));

    private readonly MeterProvider _provider;
    private readonly WatchedHost _watched = new();

    public MetricTests() =>
        _provider = Sdk.CreateMeterProviderBuilder().AddAirsPolicy().AddReader(new BaseExportingMetricReader(_exported)).Build();

    public void Dispose() => _provider.Dispose();

    [Fact]
    public void Decisions_are_counted_by_policy_point_verdict_and_outcome()
    {
        _watched.Input("Hello.");
        _watched.Input("A bomb.");
        _watched.Input("A bomb.", "bob");
        _watched.Input("I promise.");
        Assert.Equal(
            [
                $"airs.outcome=allow airs.point=input airs.policy={_watched.Name} airs.verdict=allow 1",
                $"airs.outcome=allow airs.point=input airs.policy={_watched.Name} airs.verdict=block 1",
                $"airs.outcome=block airs.point=input airs.policy={_watched.Name} airs.verdict=block 2",
            ],
            Of("airs.decisions"));
    }

    [Fact]
    public void A_control_is_counted_once_a_decision_with_its_mode()
    {
        _watched.Input("I promise a bomb.");
        Assert.Equal(
            [
                $"airs.control={_watched.Name}.threats airs.mode=enforced airs.verdict=block 1",
                $"airs.control={_watched.Name}.trial airs.mode=detect airs.verdict=block 1",
            ],
            Of("airs.controls.fired"));
    }

    [Fact]
    public async Task Durations_are_measured_in_seconds()
    {
        await _watched.OutputAsync("We open at nine.");
        Assert.Equal([$"gen_ai.evaluation.name={_watched.Name}.guard gen_ai.request.model=small 1"], Of("airs.judge.duration"));
        Assert.Contains(
            Collect().Where(metric => metric.Name == "airs.decision.duration").SelectMany(metric => metric.Points),
            point => point.Tags.Contains("airs.outcome=allow airs.point=output", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_is_halted_open_or_worse_is_read_and_goes_back_to_zero()
    {
        Assert.Equal([$"airs.policy={_watched.Name} airs.queue={_watched.Name}.people 0"], Of("airs.holds.waiting"));
        await _watched.OutputAsync("A refund.");
        Assert.Equal([$"airs.policy={_watched.Name} airs.queue={_watched.Name}.people 1"], Of("airs.holds.waiting"));
        _watched.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([$"airs.policy={_watched.Name} airs.queue={_watched.Name}.people 0"], Of("airs.holds.waiting"));

        Assert.Equal([$"airs.pace.chart=guardrail airs.policy={_watched.Name} 0"], Of("airs.pace.state"));
        _watched.Input("An outage.", "carl");
        Assert.Equal([$"airs.pace.chart=guardrail airs.policy={_watched.Name} 2"], Of("airs.pace.state"));

        Assert.Equal([$"airs.breaker=attackers airs.policy={_watched.Name} 0"], Of("airs.breakers.open"));
        _watched.Input("A bomb.", "bob");
        _watched.Input("A bomb.", "bob");
        Assert.Equal([$"airs.breaker=attackers airs.policy={_watched.Name} 1"], Of("airs.breakers.open"));

        Assert.Contains($"airs.halt.scope=session airs.policy={_watched.Name} 0", Of("airs.halts"));
        await _watched.OutputAsync("A fraud.");
        Assert.Contains($"airs.halt.scope=session airs.policy={_watched.Name} 1", Of("airs.halts"));
    }

    [Fact]
    public async Task Silent_judges_full_stores_and_refused_bundles_are_read()
    {
        var silent = new WatchedHost("no JSON");
        await silent.OutputAsync("We open at nine.");
        await silent.OutputAsync("We open at ten.");
        Assert.Equal([$"airs.policy={silent.Name} gen_ai.evaluation.name={silent.Name}.guard 2"], Of("airs.judge.silent", silent));
        Assert.Contains($"airs.policy={silent.Name} airs.store=open breakers 0", Of("airs.stores.filling", silent));
        Assert.Equal([$"airs.policy={silent.Name} 0"], Of("airs.bundle.refused", silent));
        Assert.False(silent.Host.Load("no bundle"u8.ToArray()).Activated);
        Assert.Equal([$"airs.policy={silent.Name} 1"], Of("airs.bundle.refused", silent));
    }

    [Fact]
    public void How_a_store_stands_is_read_where_there_is_one()
    {
        var folder = Directory.CreateTempSubdirectory("airs-telemetry-");
        using (var store = SqliteStore.Open(Path.Combine(folder.FullName, "state.db")))
        {
            var kept = new WatchedHost(store: store);
            kept.Input("An outage.");
            Assert.Equal([$"airs.policy={kept.Name} 0"], Of("airs.store.failing", kept));
            Assert.Single(Of("airs.store.latency", kept));
            Assert.Single(Of("airs.store.waiting", kept));
            Assert.Empty(Of("airs.store.failing"));
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_name_from_outside_is_no_attribute()
    {
        _watched.Host.Decide(WatchedHost.Secret, "{}"u8);
        Assert.Equal([$"airs.outcome=block airs.point=unknown airs.policy={_watched.Name} airs.verdict=allow 1"], Of("airs.decisions"));
        Assert.DoesNotContain(
            Collect().SelectMany(metric => metric.Points),
            point => point.Tags.Contains(WatchedHost.Secret, StringComparison.Ordinal));
    }

    private List<string> Of(string metric, WatchedHost? of = null) =>
        [
            .. Collect()
                .Where(one => one.Name == metric)
                .SelectMany(one => one.Points)
                .Where(point => point.Tags.Contains($"={(of ?? _watched).Name}", StringComparison.Ordinal))
                .Select(point => $"{point.Tags} {point.Value}")
                .Order(StringComparer.Ordinal),
        ];

    private List<(string Name, IReadOnlyList<(string Tags, double Value)> Points)> Collect()
    {
        var before = _exported.All.Count;
        _provider.ForceFlush();
        return [.. _exported.All.Skip(before)];
    }

    private static List<(string, double)> PointsOf(Metric metric)
    {
        var points = new List<(string, double)>();
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var tags = new List<string>();
            foreach (var tag in point.Tags)
                tags.Add($"{tag.Key}={tag.Value}");
            points.Add((string.Join(' ', tags), metric.MetricType switch
            {
                MetricType.LongSum => point.GetSumLong(),
                MetricType.LongGauge => point.GetGaugeLastValueLong(),
                MetricType.DoubleGauge => point.GetGaugeLastValueDouble(),
                _ => point.GetHistogramCount(),
            }));
        }
        return points;
    }
}
