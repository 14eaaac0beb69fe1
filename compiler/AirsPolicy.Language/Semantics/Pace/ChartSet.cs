using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Semantics.Pace;

/// <summary>The charts that are in force together, ordered by name; the place in the order is the number.</summary>
internal static class ChartSet
{
    private static readonly string[] s_taken = ["age", "ages", "layers_at_emergency", "silent"];

    /// <summary>
    /// The charts as they are declared; one that is declared twice counts once. What only says when a chart of another package was tried is
    /// no chart of its own.
    /// </summary>
    public static ImmutableArray<DeclaredChart> Declare(BindingContext context, IEnumerable<PackageSymbol> packages)
    {
        var charts = new SortedList<string, DeclaredChart>(StringComparer.Ordinal);
        var trials = new List<DeclaredChart>();
        foreach (var package in packages)
        {
            foreach (var tree in package.Syntax.Trees)
            {
                foreach (var syntax in tree.Root.Declarations.OfType<PaceDeclarationSyntax>())
                {
                    var chart = new DeclaredChart(syntax.Layer?.Text ?? ChartDefinition.System, package, tree.Source, syntax);
                    if (chart.IsTrial)
                        trials.Add(chart);
                    else
                        Add(context, charts, chart);
                }
            }
        }
        foreach (var trial in trials)
        {
            if (charts.TryGetValue(trial.Name, out var tried) && tried.Package != trial.Package)
                charts[trial.Name] = tried with { Tried = [.. tried.Tried, .. trial.Syntax.Block.Members.OfType<TestedMemberSyntax>()] };
            else
                Add(context, charts, trial);
        }
        return [.. charts.Values];
    }

    private static void Add(BindingContext context, SortedList<string, DeclaredChart> charts, DeclaredChart chart)
    {
        if (s_taken.Contains(chart.Name))
            context.Report(PaceDiagnostics.ChartName, chart.Source, chart.Span, chart.Name);
        else if (!charts.TryAdd(chart.Name, chart))
            context.Report(PaceDiagnostics.ChartTwice, chart.Source, chart.Span, chart.Name, charts[chart.Name].Package.Name);
    }

    /// <summary>The charts with their controls.</summary>
    public static (List<ChartModel> Models, List<ControlModel> Controls) Bind(
        BindingContext context,
        FactTable table,
        ImmutableArray<DeclaredChart> charts)
    {
        var (models, controls, triggers) = (new List<ChartModel>(), new List<ControlModel>(), 0);
        foreach (var chart in charts)
        {
            var binder = new ChartBinder(context, table, chart, triggers);
            models.Add(binder.Bind());
            controls.AddRange(binder.Controls);
            triggers += chart.Syntax.Block.Members.OfType<EnterMemberSyntax>().Count();
        }
        return (models, controls);
    }
}
