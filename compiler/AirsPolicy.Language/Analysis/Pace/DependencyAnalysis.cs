using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Analysis.Pace;

/// <summary>No two layers depend on the same thing.</summary>
internal sealed class DependencyAnalysis : IAnalysis
{
    public void Run(AnalysisContext context)
    {
        var layers = context.Model.Charts.Where(chart => chart.Name != ChartDefinition.System).ToList();
        foreach (var (number, layer) in layers.Index())
        {
            foreach (var other in layers.Skip(number + 1))
            {
                foreach (var shared in layer.Depends.Intersect(other.Depends, StringComparer.Ordinal))
                    context.Report(PaceDiagnostics.SharedDependency, other.Place, [], layer.Name, other.Name, shared);
            }
        }
    }
}
