using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Analysis.Pace;

/// <summary>Every state of a chart that it speaks of can be entered, and every state that can be entered be left.</summary>
internal sealed class StateAnalysis : IAnalysis
{
    public void Run(AnalysisContext context)
    {
        foreach (var chart in context.Model.Charts)
        {
            var reached = ReachedStates.Of(context.Model, chart);
            foreach (
                var overlay in chart.Overlays.Where(overlay =>
                    overlay.From > PaceLevel.Primary && !reached.Keys.Any(level => level >= overlay.From)))
                context.Report(PaceDiagnostics.NotEntered, overlay.Place, [], chart.Name, PaceLevels.NameOf(overlay.From));
            foreach (var way in chart.Recoveries.Where(way => !reached.ContainsKey(way.From)))
                context.Report(PaceDiagnostics.NotEntered, way.Place, [], chart.Name, PaceLevels.NameOf(way.From));
            foreach (var (level, leading) in reached.Where(state => !chart.Recoveries.Any(way => way.From == state.Key)))
                context.Report(
                    PaceDiagnostics.NotLeft,
                    chart.Place,
                    [],
                    chart.Name,
                    PaceLevels.NameOf(level),
                    PaceLevels.NameOf(level - 1),
                    leading.Line.ToString(CultureInfo.InvariantCulture));
        }
    }
}
