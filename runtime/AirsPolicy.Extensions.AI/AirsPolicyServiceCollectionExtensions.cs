using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AirsPolicy.Extensions.AI;

/// <summary>Adds the policy of an application to its services.</summary>
public static class AirsPolicyServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="ChatPolicy"/>, which <c>UseAirsPolicy()</c> puts in front of chat clients. The application does not start where
    /// it has an <c>IChatClient</c> without a policy in front; one with a key may have none.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Says how it is made (<c>policy =&gt; policy.Bundle("support.airsb")</c>).</param>
    public static IServiceCollection AddAirsPolicy(this IServiceCollection services, Action<ChatPolicyBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new ChatPolicyBuilder();
        configure(builder);
        services.AddSingleton(provider => builder.Build(provider, provider.GetService<ILogger<ChatPolicy>>()));
        services.AddSingleton(provider => provider.GetRequiredService<ChatPolicy>().Host);
        if (builder.Watches)
            services.AddHostedService(provider => builder.Watch(provider, provider.GetRequiredService<ChatPolicy>()));
        return services.AddHostedService(provider => new PolicyLifetime(provider.GetRequiredService<ChatPolicy>(), provider));
    }
}
