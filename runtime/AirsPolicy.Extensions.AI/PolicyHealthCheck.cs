using AirsPolicy.Hosting;
using AirsPolicy.Runtime.State.Pace;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// How a host is. Unhealthy is one that blocks everything for want of a bundle. A refused bundle, an expired channel, a judge that does not
/// answer and a chart that is not at primary make it degraded and no more: what restarts an unhealthy application would begin its charts
/// anew.
/// </summary>
internal sealed class PolicyHealthCheck(PolicyHost host) : IHealthCheck
{
    // One failure may be chance.
    private const int DeadAfter = 3;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        var status = host.Status();
        if (status.Digest is null)
            return HealthCheckResult.Unhealthy(status.ToString());
        List<string> worse = [];
        if (status.Refused is not null)
            worse.Add(status.ToString());
        worse.AddRange(host.Judges.Where(judge => host.UnansweredInARow(judge) >= DeadAfter)
            .Select(judge => $"The judge '{judge}' does not answer."));
        var level = host.State?.Pace.Reading.Charts.Select(chart => chart.Level).DefaultIfEmpty().Max() ?? PaceLevel.Primary;
        if (level > PaceLevel.Primary)
            worse.Add($"A chart is at {PaceLevels.NameOf(level)}.");
        return worse.Count == 0 ? HealthCheckResult.Healthy(status.ToString()) : HealthCheckResult.Degraded(string.Join(' ', worse));
    }
}
