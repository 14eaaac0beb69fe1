using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Analysis.Pace;

/// <summary>Where nothing of a layer can be relied on, something else goes on.</summary>
internal sealed class FallbackAnalysis : IAnalysis
{
    public void Run(AnalysisContext context)
    {
        foreach (var chart in context.Model.Charts.Where(chart => chart.Fallback.Count == 0))
        {
            if (ReachedStates.Of(context.Model, chart).TryGetValue(PaceLevel.Emergency, out var leading))
                context.Report(
                    PaceDiagnostics.NoFallback,
                    chart.Place,
                    [],
                    chart.Name,
                    leading.Line.ToString(CultureInfo.InvariantCulture));
        }
    }
}
