using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.State.Pace;

/// <summary>What a decision asks of a chart.</summary>
/// <param name="Chart">The number of the chart.</param>
/// <param name="To">The state, not the best.</param>
/// <param name="Cause">The control that asks for it, the least by name where several do.</param>
public readonly record struct PaceMove(int Chart, PaceLevel To, string Cause)
{
    /// <summary>What separates chart and state in the target of an effect.</summary>
    public const char Separator = ':';

    /// <summary>The target of the effect that asks for a state.</summary>
    public static string TargetOf(string chart, PaceLevel to) => $"{chart}{Separator}{PaceLevels.NameOf(to)}";

    /// <summary>The worst that a decision asks of each chart, by rising number. What is in detect mode asks for nothing.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="charts">The names of the charts, by number.</param>
    public static IReadOnlyList<PaceMove> Of(Decision decision, IReadOnlyList<string> charts)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(charts);
        List<PaceMove>? moves = null;
        if (decision.Events.Count == 0)
            return [];
        foreach (var rule in decision.Fired)
        {
            foreach (var effect in rule.Effects)
            {
                if (effect is EventEffect { Action: EventAction.Degrade } degrade && Of(degrade, charts, rule.Origin.Control) is { } move)
                    Join(moves ??= [], move);
            }
        }
        moves?.Sort((one, other) => one.Chart.CompareTo(other.Chart));
        return moves is null ? [] : moves;
    }

    private static PaceMove? Of(EventEffect degrade, IReadOnlyList<string> charts, string cause)
    {
        var target = degrade.Target.AsSpan();
        var end = target.IndexOf(Separator);
        if (end < 0 || PaceLevels.Find(target[(end + 1)..]) is not (> PaceLevel.Primary and var level))
            return null;
        for (var chart = 0; chart < charts.Count; chart++)
        {
            if (target[..end].SequenceEqual(charts[chart]))
                return new PaceMove(chart, level, cause);
        }
        return null;
    }

    private static void Join(List<PaceMove> moves, PaceMove move)
    {
        var same = moves.FindIndex(known => known.Chart == move.Chart);
        if (same < 0)
            moves.Add(move);
        else if (move.To > moves[same].To || (move.To == moves[same].To && string.CompareOrdinal(move.Cause, moves[same].Cause) < 0))
            moves[same] = move;
    }
}
