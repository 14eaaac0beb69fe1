using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AirsPolicy.OpenTelemetry;

/// <summary>Writes events from the start of an application to its end.</summary>
internal sealed class PolicyEventService(ILoggerFactory loggers) : IHostedService, IDisposable
{
    private PolicyEventLog? _log;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _log ??= new PolicyEventLog(loggers);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _log?.Dispose();
}
