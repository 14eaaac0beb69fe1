using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>The plan for the days on which a layer fails: its states, what leads to them, and who leads out.</summary>
internal static class PlanSection
{
    private static readonly PaceLevel[] s_levels = Enum.GetValues<PaceLevel>();

    public static DossierSection Of(DossierSource source) => new("plan", "When a layer fails", DossierView.All,
        source.Model.Charts.Count == 0
            ? [new ProseBlock("There is no plan: nothing says what happens when a layer fails.")]
            : source.Model.Charts.SelectMany(chart => Of(source, chart)).ToValueList());

    private static IEnumerable<DossierBlock> Of(DossierSource source, ChartModel chart)
    {
        yield return new StatesBlock(
            chart.Name,
            s_levels.Select(level => string.Join(
                ", ",
                chart.Triggers.Select((trigger, index) => (trigger, index)).Where(each => each.trigger.To == level)
                    .Select(each => (each.index + 1).ToString(CultureInfo.InvariantCulture)))).ToValueList(),
            s_levels.Select(level => string.Join(
                ", ", chart.Recoveries.Where(recovery => recovery.From == level).SelectMany(recovery => recovery.Authorities)))
                .ToValueList());
        var triggers = chart.Triggers.Select((trigger, index) => (IEnumerable<DossierCell>)
        [
            (index + 1).ToString(CultureInfo.InvariantCulture), PaceLevels.NameOf(trigger.To),
            new DossierCell(DossierWords.Quote(source.Texts, trigger.Condition), IsCode: true),
            trigger.For == 0 ? "at once" : $"for {DossierWords.Duration(trigger.For)}",
        ]);
        foreach (var table in Blocks.Table(
            $"worse_{chart.Name}", $"What makes '{chart.Name}' worse by itself", ["no.", "leads to", "when", "how long"], triggers))
            yield return table;
        var recoveries = chart.Recoveries.Select(recovery => (IEnumerable<DossierCell>)
        [
            PaceLevels.NameOf(recovery.From), DossierWords.List(recovery.Authorities),
            (recovery.After == 0 ? "at once" : $"after {DossierWords.Duration(recovery.After)} without cause")
                + (recovery.Where is { } where ? $", where {DossierWords.Quote(source.Texts, where)}" : ""),
        ]);
        foreach (var table in Blocks.Table(
            $"better_{chart.Name}", $"Who brings '{chart.Name}' back", ["out of", "who", "when"], recoveries))
            yield return table;
        yield return new ListBlock(
        [
            new("Goes on in an emergency", DossierWords.List(chart.Fallback)),
            new("Depends on", DossierWords.List(chart.Depends)),
            new(
                "Last tried", DossierWords.Day(chart.Tested), chart.Tested is null ? "it was never tried" : null,
                chart.Tested is null ? DossierState.Partial : default),
        ]);
    }
}
