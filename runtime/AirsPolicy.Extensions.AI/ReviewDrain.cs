using Microsoft.Extensions.Hosting;

namespace AirsPolicy.Extensions.AI;

/// <summary>Makes the policy when the application starts, and settles what judges have not looked at when it ends.</summary>
internal sealed class ReviewDrain(ChatPolicy policy) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => policy.DrainAsync(cancellationToken);
}
