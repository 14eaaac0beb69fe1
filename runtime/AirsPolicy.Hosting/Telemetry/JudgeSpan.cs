using System.Diagnostics;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>A question to a judge under way, as far as anybody looks.</summary>
/// <param name="Activity">The span, or null.</param>
/// <param name="Began">When it began, by the stopwatch; 0 where nobody asks how long it takes.</param>
internal readonly record struct JudgeSpan(Activity? Activity, long Began, string Judge, string Model, string? Provider) : IDisposable
{
    /// <summary>How long it has taken, in seconds; null where nobody asks.</summary>
    public double? Seconds => Began == 0 ? null : Stopwatch.GetElapsedTime(Began).TotalSeconds;

    public void Dispose() => Activity?.Dispose();
}
