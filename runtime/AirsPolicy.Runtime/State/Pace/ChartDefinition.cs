using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Pace;

/// <summary>The chart of a layer, or of the system: what makes it worse, and how people bring it back.</summary>
/// <param name="Name">The layer; <see cref="System"/> for the chart of the system.</param>
/// <param name="Triggers">What makes it worse by itself.</param>
/// <param name="Recoveries">The ways back, at most one from each state, to the next better one.</param>
public sealed record ChartDefinition(string Name, ValueList<ChartTrigger> Triggers, ValueList<ChartRecovery> Recoveries)
{
    /// <summary>The name of the chart of the system.</summary>
    public const string System = "system";

    /// <summary>How many charts a policy may have.</summary>
    public const int MaxCharts = 64;

    /// <summary>The way back from a state, or null where there is none.</summary>
    public ChartRecovery? From(PaceLevel level)
    {
        foreach (var recovery in Recoveries)
        {
            if (recovery.From == level)
                return recovery;
        }
        return null;
    }
}

/// <summary>What makes a chart worse.</summary>
/// <param name="Digest">
/// What it means, as SHA-256 in lower-case hexadecimal: since when it holds stays known over a change of policy where the digest is equal.
/// </param>
/// <param name="To">The state that it leads to.</param>
public sealed record ChartTrigger(string Digest, PaceLevel To);

/// <summary>A way back to the next better state, which a person takes.</summary>
/// <param name="From">The state it leads out of; not the best.</param>
/// <param name="Authorities">The roles of which the person has one.</param>
/// <param name="After">For how long nothing may have asked for <paramref name="From"/> or worse, in ticks of 100 ns.</param>
public sealed record ChartRecovery(PaceLevel From, ValueList<string> Authorities, long After)
{
    /// <summary>The state it leads to.</summary>
    public PaceLevel To => From - 1;
}
