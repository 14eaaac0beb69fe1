using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Decisions;

/// <summary>Says with a halt what happens to work in flight.</summary>
public static class ToolStops
{
    /// <summary>The decision with what happens to work in flight, where it halts something.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="stops">What the policy says of its tools, ordered by tool.</param>
    public static Decision WithStops(this Decision decision, ValueList<ToolStop> stops)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Halts.Count == 0 || stops.Count == 0 ? decision : decision with { Stops = stops };
    }
}
