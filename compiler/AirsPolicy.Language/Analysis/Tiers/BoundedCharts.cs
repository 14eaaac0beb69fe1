using System.Globalization;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Model.Pace;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.State.Pace;
using AirsPolicy.Text;

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
                yield return new BoundedValue(
                    ago < 0
                        ? bound.IsLeast
                            ? null
                            : decimal.MaxValue
                        : ago,
                    said,
                    date,
                    $"the chart '{chart.Name}' was tried on {day}",
                    []);
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

    /// <summary>
    /// Whether all that a control does is to make a chart worse: a trigger, or rules with nothing but <c>degrade</c>. Nothing goes on that
    /// it would have stopped, so it is enough that it leads where it would lead, also where it cannot be told.
    /// </summary>
    public static bool IsTrigger(PolicyModel model, ControlModel control) =>
        model.Charts.Any(chart => chart.Triggers.Any(trigger => control.Id == $"{chart.Control}.{PaceLevels.NameOf(trigger.To)}"))
        || TargetOf(control.OnError) is { } failed
            && control.Placements.All(placement =>
                placement.Rules.All(rule => rule.Effects.All(effect => TargetOf(effect) is { } target && IsUpTo(target, failed))));

    private static (string Chart, PaceLevel To)? TargetOf(EffectModel effect) =>
        effect is FixedEffectModel { Effect: EventEffect { Action: EventAction.Degrade, Target: var target } }
        && target.Split(PaceMove.Separator) is [var chart, var state]
        && PaceLevels.Find(state) is { } to
            ? (chart, to)
            : null;

    private static bool IsUpTo((string Chart, PaceLevel To) target, (string Chart, PaceLevel To) failed) =>
        target.Chart == failed.Chart && target.To <= failed.To;
}
