using AirsPolicy.Hosting;
using Microsoft.Extensions.Hosting;

namespace AirsPolicy.Extensions.AI;

/// <summary>Looks for a newer bundle while the application runs, and says in the log what becomes of it.</summary>
internal sealed class BundleWatch(ChatPolicy policy, WatchedBundle watched, TimeSpan period) : BackgroundService
{
    private string? _said;

    /// <exception cref="InvalidOperationException">No bundle decides after the first look.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken).ConfigureAwait(false);
        if (policy.Host.Digest is null)
            throw new InvalidOperationException(
                $"The bundle that is watched is refused, and there is no other: {policy.Host.Status().Refused}");
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(period, policy.Options.Clock, stoppingToken).ConfigureAwait(false);
            await LookAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    // Once for each bundle and each reason, however long it stays.
    private async Task LookAsync(CancellationToken cancellation)
    {
        var result = await watched.LookAsync(cancellation).ConfigureAwait(false);
        var says = result.Reason ?? result.Digest;
        if (says == _said)
            return;
        _said = says;
        policy.ReportBundle(result);
    }
}
