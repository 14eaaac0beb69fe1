namespace AirsPolicy.Runtime.State.Pace;

/// <summary>What a way back out of a state hangs on.</summary>
/// <param name="Level">The state of the chart.</param>
/// <param name="AskedNow">The worst that was asked for at the last signal; the best state for nothing.</param>
/// <param name="LastAsked">
/// When the state that the chart is in, or a worse one, was asked for last, in UTC ticks; null where it never was.
/// </param>
public readonly record struct ChartHealth(PaceLevel Level, PaceLevel AskedNow, long? LastAsked);
