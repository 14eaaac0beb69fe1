using System.Collections.Frozen;
using AirsPolicy.Hosting.Telemetry;
using Microsoft.Extensions.Logging;
using static AirsPolicy.Hosting.Telemetry.TelemetryNames;

namespace AirsPolicy.OpenTelemetry;

/// <summary>
/// Writes each <see cref="PolicyEvent"/> as a log record, until it is disposed. The record has the name of the event as that of its
/// <see cref="EventId"/>, and its attributes. It is a warning where something was stopped, waits or got worse, and else information.
/// </summary>
public sealed class PolicyEventLog : IDisposable
{
    /// <summary>The category of the log records.</summary>
    public const string Category = "AirsPolicy.Events";

    private static readonly FrozenDictionary<string, EventId> s_ids = new[]
    {
        Events.GuardrailInput, Events.GuardrailOutput, Events.JudgeDecision, Events.ToolPolicy, Events.Delegation, Events.PaceTransition,
        Events.BreakerStateChange, Events.PipelineInput, Events.PipelineOutput,
    }.Select((name, index) => new EventId(index + 1, name)).ToFrozenDictionary(id => id.Name!, StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_stopping = FrozenSet.Create(StringComparer.Ordinal, "hold", "block", "halt");

    private readonly ILogger _logger;
    private readonly IDisposable _listening;

    /// <summary>Begins to write.</summary>
    /// <param name="loggers">Where to.</param>
    public PolicyEventLog(ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(loggers);
        _logger = loggers.CreateLogger(Category);
        _listening = PolicyEvents.Listen(Write);
    }

    /// <summary>Ends to write.</summary>
    public void Dispose() => _listening.Dispose();

    private void Write(PolicyEvent happened)
    {
        var level = LevelOf(happened);
        if (_logger.IsEnabled(level))
            _logger.Log(level, s_ids[happened.Name], new PolicyEventState(happened), exception: null, static (state, _) => state.ToString());
    }

    private static LogLevel LevelOf(PolicyEvent happened) =>
        happened[Attributes.Error] is not null
        || (happened[Attributes.Outcome] is string outcome && s_stopping.Contains(outcome))
        || happened[Attributes.BreakerState] is "open"
        || (happened[Attributes.PaceState] is string state && state != "primary")
            ? LogLevel.Warning
            : LogLevel.Information;
}
