using AirsPolicy.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AirsPolicy.OpenTelemetry;

/// <summary>Takes what policies tell of themselves into OpenTelemetry.</summary>
public static class AirsPolicyOpenTelemetryExtensions
{
    /// <summary>Takes spans, metrics and events.</summary>
    public static IOpenTelemetryBuilder AddAirsPolicy(this IOpenTelemetryBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .WithTracing(tracing => tracing.AddAirsPolicy())
            .WithMetrics(metrics => metrics.AddAirsPolicy())
            .WithLogging(logging => logging.AddAirsPolicy());
    }

    /// <summary>Takes the spans of decisions and of questions to judges.</summary>
    public static TracerProviderBuilder AddAirsPolicy(this TracerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddSource(TelemetryNames.Sources.Hosting);
    }

    /// <summary>Takes the metrics of hosts, of judges of chat models and of classifiers out of files.</summary>
    public static MeterProviderBuilder AddAirsPolicy(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter(TelemetryNames.Sources.Hosting, TelemetryNames.Sources.Chat, TelemetryNames.Sources.Classifiers);
    }

    /// <summary>
    /// Writes events as log records of the category <see cref="PolicyEventLog.Category"/>, from the start of the application to its end. They
    /// go wherever the application logs to.
    /// </summary>
    public static LoggerProviderBuilder AddAirsPolicy(this LoggerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ConfigureServices(services =>
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PolicyEventService>()));
    }
}
