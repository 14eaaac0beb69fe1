using System.Diagnostics;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>A decision under way, as far as anybody looks.</summary>
/// <param name="activity">The span, or null.</param>
/// <param name="began">When it began, by the stopwatch; 0 where nobody asks how long it takes.</param>
internal readonly struct DecisionSpan(Activity? activity, long began) : IDisposable
{
    public Activity? Activity => activity;

    /// <summary>How long it has taken, in seconds; null where nobody asks.</summary>
    public double? Seconds => began == 0 ? null : Stopwatch.GetElapsedTime(began).TotalSeconds;

    public void Dispose() => activity?.Dispose();
}
