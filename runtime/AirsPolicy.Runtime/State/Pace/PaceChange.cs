namespace AirsPolicy.Runtime.State.Pace;

/// <summary>A chart has changed its state.</summary>
/// <param name="Chart">The chart, by name.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state after: worse, or where a person brought it back the next better one.</param>
/// <param name="Cause">The control that asked for it, or the role of the person.</param>
/// <param name="At">When, in UTC ticks.</param>
public sealed record PaceChange(string Chart, PaceLevel From, PaceLevel To, string Cause, long At)
{
    /// <summary>The name of such an event, of which the past can be asked.</summary>
    public const string Point = "pace_change";
}
