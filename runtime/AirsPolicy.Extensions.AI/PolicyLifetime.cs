using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// Makes the policy when the application starts, which it does only where the policy stands in front of its chat client. Settles what
/// judges have not looked at when the application ends.
/// </summary>
internal sealed class PolicyLifetime(ChatPolicy policy, IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<IChatClient>() is { } client && client.GetService<ChatPolicy>() is null)
            throw new InvalidOperationException(
                "No policy stands in front of the application's chat client: call UseAirsPolicy behind AddChatClient. "
                    + "Add a client that takes none with a key (AddKeyedChatClient).");
    }

    public Task StopAsync(CancellationToken cancellationToken) => policy.DrainAsync(cancellationToken);
}
