using System.Globalization;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.State.Pace;

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
            var clause = ((PaceDeclarationSyntax)context.DeclarationAt(chart.Place)!).Block.Members.AsEnumerable().OfType<TestedMemberSyntax>().FirstOrDefault();
            if (chart.Tested is not { } tested || clause is null)
            {
                yield return new BoundedValue(null, source, name, $"the chart '{chart.Name}' was never tried", []);
            }
            else if (context.AsOf is { } asOf)
            {
                var ago = (asOf - tested) * TimeSpan.TicksPerDay;
                var day = DateOnly.FromDayNumber(tested).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                // One that is to be tried was not yet, whatever the bound.
                yield return new BoundedValue(ago < 0 ? bound.IsLeast ? null : decimal.MaxValue : ago, source, clause.Date.Span, $"the chart '{chart.Name}' was tried on {day}", []);
            }
        }
    }

    /// <summary>Whether a control makes a chart worse by itself: a trigger that cannot be told leads where it would lead.</summary>
    public static bool IsTrigger(PolicyModel model, ControlModel control) =>
        model.Charts.Any(chart => chart.Triggers.Any(trigger => control.Id == $"{chart.Control}.{PaceLevels.NameOf(trigger.To)}"));
}
