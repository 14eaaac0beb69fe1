using System.Globalization;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Runtime.Text;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>Finds what bounds of charts are about.</summary>
internal static class BoundedCharts
{
    /// <summary>How long ago each chart was tried.</summary>
    public static IEnumerable<BoundedValue> Tested(AnalysisContext context, StandingModel standing, RequiredValueModel bound)
    {
        var (file, at) = context.Find(standing.Place);
        if (context.Model.Charts.Count == 0)
            yield return new BoundedValue(null, file, at, "there is no chart", []);
        foreach (var chart in context.Model.Charts)
        {
            var (source, name) = context.Find(chart.Place);
            if (chart.Tested is not { } tested)
            {
                yield return new BoundedValue(null, source, name, $"the chart '{chart.Name}' was never tried", []);
            }
            else if (context.AsOf is { } asOf)
            {
                var ago = (asOf - tested) * TimeSpan.TicksPerDay;
                var day = DateOnly.FromDayNumber(tested).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                // One that is to be tried was not yet, whatever the bound.
                var (said, date) = ClauseOf(context, chart, tested);
                yield return new BoundedValue(ago < 0 ? bound.IsLeast ? null : decimal.MaxValue : ago, said, date, $"the chart '{chart.Name}' was tried on {day}", []);
            }
        }
    }

    // The package that declares a chart says it, or one that takes it in.
    private static (SourceText Source, TextSpan Date) ClauseOf(AnalysisContext context, ChartModel chart, int tested) => (
        from package in context.Packages
        from tree in package.Syntax.Trees
        from declaration in tree.Root.Declarations.OfType<PaceDeclarationSyntax>()
        where (declaration.Layer?.Text ?? ChartDefinition.System) == chart.Name
        from clause in declaration.Block.Members.OfType<TestedMemberSyntax>()
        where (clause.Date.Literal as DateLiteral)?.DayNumber == tested
        select (tree.Source, clause.Date.Span)).First();

    /// <summary>Whether a control makes a chart worse by itself: a trigger that cannot be told leads where it would lead.</summary>
    public static bool IsTrigger(PolicyModel model, ControlModel control) =>
        model.Charts.Any(chart => chart.Triggers.Any(trigger => control.Id == $"{chart.Control}.{PaceLevels.NameOf(trigger.To)}"));
}
