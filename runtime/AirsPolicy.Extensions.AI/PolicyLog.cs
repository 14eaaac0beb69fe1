using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.Logging;

namespace AirsPolicy.Extensions.AI;

/// <summary>What operators read. No text of users or models is among it.</summary>
internal static partial class PolicyLog
{
    [LoggerMessage(1, LogLevel.Information, "{Point}: {Outcome} by {Rules} (request {Request}, bundle {Bundle}).")]
    public static partial void Decided(ILogger logger, string point, Outcome outcome, string rules, string request, string? bundle);

    [LoggerMessage(2, LogLevel.Warning, "{Point}: {Outcome} because something failed: {Detail} (request {Request}, bundle {Bundle}).")]
    public static partial void Failed(ILogger logger, string point, Outcome outcome, string detail, string request, string? bundle);

    [LoggerMessage(3, LogLevel.Error, "'{Name}', which the policy names, failed.")]
    public static partial void Fault(ILogger logger, Exception fault, string name);

    [LoggerMessage(4, LogLevel.Warning, "The tool '{Tool}' is not handed on: {Reason}")]
    public static partial void NotGranted(ILogger logger, string tool, string reason);

    [LoggerMessage(6, LogLevel.Error, "'{Name}' is to be told of a decision, and the application does not bind it.")]
    public static partial void NotBound(ILogger logger, string name);

    [LoggerMessage(7, LogLevel.Information, "{Status}")]
    public static partial void BundleTaken(ILogger logger, string status);

    [LoggerMessage(8, LogLevel.Error, "A newer bundle is refused, and {Bundle} goes on deciding: {Reason}")]
    public static partial void BundleRefused(ILogger logger, string reason, string? bundle);

    [LoggerMessage(5, LogLevel.Warning, "{Point}: judges were not asked afterwards, since too many decisions wait: {Outcome} by {Rules}.")]
    public static partial void NotReviewed(ILogger logger, string point, Outcome outcome, string rules);
}
