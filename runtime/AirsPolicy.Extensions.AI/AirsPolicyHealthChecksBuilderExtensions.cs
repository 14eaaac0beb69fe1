using AirsPolicy.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AirsPolicy.Extensions.AI;

/// <summary>Adds the health of a policy to that of an application.</summary>
public static class AirsPolicyHealthChecksBuilderExtensions
{
    /// <summary>Adds a check of the host that <c>AddAirsPolicy</c> has added to the services.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    public static IHealthChecksBuilder AddAirsPolicy(this IHealthChecksBuilder builder, string name = "airspolicy")
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name, services => new PolicyHealthCheck(services.GetRequiredService<PolicyHost>()), failureStatus: null, tags: null));
    }
}
