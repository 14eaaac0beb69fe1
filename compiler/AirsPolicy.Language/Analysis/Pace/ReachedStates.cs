using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Analysis.Pace;

/// <summary>The states that a chart can come to.</summary>
internal static class ReachedStates
{
    /// <summary>
    /// The states beside the best, each with what leads to it: a trigger, a rule that asks for it, or the way back from a worse one.
    /// </summary>
    public static SortedDictionary<PaceLevel, SourcePlace> Of(PolicyModel model, ChartModel chart)
    {
        var reached = new SortedDictionary<PaceLevel, SourcePlace>();
        foreach (var trigger in chart.Triggers)
            reached.TryAdd(trigger.To, trigger.Place);
        foreach (var level in Enum.GetValues<PaceLevel>().Where(level => level > PaceLevel.Primary))
        {
            if (Asking(model, PaceMove.TargetOf(chart.Name, level)) is { } place)
                reached.TryAdd(level, place);
        }
        for (var level = PaceLevel.Emergency; level > PaceLevel.Alternate; level--)
        {
            if (reached.ContainsKey(level) && chart.Recoveries.FirstOrDefault(way => way.From == level) is { } back)
                reached.TryAdd(level - 1, back.Place);
        }
        return reached;
    }

    private static SourcePlace? Asking(PolicyModel model, string target) =>
        (
            from control in model.Controls
            from asked in control
                .Placements.SelectMany(placement => placement.Rules)
                .SelectMany(rule => rule.Effects.Select(effect => (Effect: effect, rule.Place)))
                .Append((Effect: control.OnError, control.Place))
            where
                asked.Effect is FixedEffectModel { Effect: EventEffect { Action: EventAction.Degrade } degrade } && degrade.Target == target
            select asked.Place
        ).FirstOrDefault();
}
