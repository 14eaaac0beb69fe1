using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>
/// What each decision point of a policy costs at most, as it is known when it is compiled: of the model, and of nothing that is measured.
/// </summary>
internal static class PolicyCost
{
    /// <summary>The points at which something stands, the dearest first.</summary>
    public static ValueList<PointCost> Of(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var detectors = new DetectorCosts(model);
        return model.Layouts.Select(layout => At(model, new ExpressionCosts(model, detectors, layout.Point), layout.Point))
            .Where(point => point.Rules.Count > 0 || point.Recording != Cost.None)
            .OrderByDescending(point => point.Cost.Total).ThenBy(point => point.Point, StringComparer.Ordinal)
            .ToValueList();
    }

    private static PointCost At(PolicyModel model, ExpressionCosts costs, string point)
    {
        var placed = model.Controls.SelectMany(control => control.Placements.Where(placement => placement.Point == point)
            .SelectMany(placement => placement.Rules.Select(rule => (placement.Tools, Rule: Of(costs, control, rule))))).ToList();
        var recording = Recording(model, costs, point);
        return placed
            .SelectMany(rule => rule.Tools)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Cast<string?>()
            .Prepend(null)
            .Select(tool =>
                For(tool, [.. placed.Where(rule => rule.Tools.Count == 0 || rule.Tools.Contains(tool!)).Select(rule => rule.Rule)]))
            .MaxBy(found => found.Cost.Total)!;

        PointCost For(string? tool, List<RuleCost> rules) =>
            new(
                point,
                tool,
                rules.Aggregate(Cost.None, (sum, rule) => sum + rule.Cost).Times(Rounds(model)) + recording,
                recording,
                rules
                    .OrderByDescending(rule => rule.Cost.Total)
                    .ThenBy(rule => rule.Control, StringComparer.Ordinal)
                    .ThenBy(rule => rule.Ordinal)
                    .ToValueList(),
                Outside(model, point).ToValueList());
    }

    private static RuleCost Of(ExpressionCosts costs, ControlModel control, RuleModel rule) =>
        new(
            control.Id,
            rule.Ordinal,
            rule.Place,
            rule.Effects.Aggregate(costs.Of(rule.Condition), (sum, effect) => sum + EffectCosts.Of(costs, effect)));

    // A decision that makes a chart worse is made again, since rules may read how the charts stand: each round takes one of them a state
    // further.
    private static long Rounds(PolicyModel model) =>
        1L + model.Charts.Count * ((long)Runtime.State.Pace.PaceLevel.Emergency - (long)Runtime.State.Pace.PaceLevel.Primary);

    private static Cost Recording(PolicyModel model, ExpressionCosts costs, string point)
    {
        var counted = model
            .Aggregates.SelectMany(aggregate => aggregate.Sources)
            .Where(source => source.Point == point)
            .Aggregate(
                Cost.None,
                (sum, source) =>
                    source.Keys.Append(source.Where).Append(source.Value).Aggregate(sum + Cost.LookUp, (all, part) => all + costs.Of(part))
            );
        var drawn = model
            .Limits.SelectMany(limit => limit.Draws)
            .Where(draw => draw.Point == point)
            .Aggregate(
                counted,
                (sum, draw) =>
                    draw
                        .Keys.Append(draw.Where)
                        .Append(draw.Amount)
                        .Append(draw.Value)
                        .Aggregate(sum + Cost.LookUp, (all, part) => all + costs.Of(part)));
        var brought = model
            .Contents.Where(content => content.Point == point)
            .Aggregate(
                drawn,
                (sum, content) =>
                    sum
                    + Cost.LookUp
                    + costs.Of(content.Where)
                    + costs.Of(content.Session)
                    + (content.Texts is null ? Cost.None : Cost.Text(LongestText.Of(content.Texts))));
        var tripped = model
            .Breakers.SelectMany(breaker => breaker.Trips)
            .Where(trip => trip.Point == point)
            .Aggregate(brought, (sum, trip) => sum + Cost.LookUp + costs.Of(trip.Condition));
        return model
            .Charts.SelectMany(chart => chart.Triggers)
            .Where(_ => point == PointNames.Signal)
            .Aggregate(tripped, (sum, trigger) => sum + Cost.LookUp + costs.Of(trigger.Condition));
    }

    private static IEnumerable<OutsideQuestion> Outside(PolicyModel model, string point)
    {
        var facts = model.Layouts.First(layout => layout.Point == point);
        var known = facts
            .Facts.Members.Concat(facts.Tools.SelectMany(tool => tool.Facts.Members))
            .Select(member => member.WireName)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var provider in model.Providers.Where(provider => known.Contains(provider.Fact)))
        {
            var kind = ClassifierFact.ClassifierOf(provider.Fact) is null ? OutsideKind.Provider : OutsideKind.Classifier;
            yield return new OutsideQuestion(kind, provider.Provider, 1, provider.Within);
        }
        foreach (var judge in model.Judges.Where(judge => judge.Places.Any(place => place.Point == point)))
            yield return new OutsideQuestion(
                judge.Inline ? OutsideKind.Judge : OutsideKind.LaterJudge,
                judge.Name,
                judge.Models.Count,
                judge.Timeout);
    }
}
