using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Analysis.Pace;

/// <summary>The states that a chart can come to.</summary>
internal static class ReachedStates
{
    /// <summary>The states beside the best: those that something leads to, and those on the way back from them.</summary>
    public static HashSet<PaceLevel> Of(PolicyModel model, ChartModel chart)
    {
        var reached = chart.Triggers.Select(trigger => trigger.To).ToHashSet();
        foreach (var level in Enum.GetValues<PaceLevel>().Where(level => level > PaceLevel.Primary && IsAsked(model, PaceMove.TargetOf(chart.Name, level))))
            reached.Add(level);
        for (var level = PaceLevel.Emergency; level > PaceLevel.Alternate; level--)
        {
            if (reached.Contains(level) && chart.Recoveries.Any(way => way.From == level))
                reached.Add(level - 1);
        }
        return reached;
    }

    private static bool IsAsked(PolicyModel model, string target) => model.Controls
        .SelectMany(control => control.Placements.SelectMany(placement => placement.Rules).SelectMany(rule => rule.Effects).Append(control.OnError))
        .Any(effect => effect is FixedEffectModel { Effect: EventEffect { Action: EventAction.Degrade } degrade } && degrade.Target == target);
}
