using System.Collections.Immutable;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>Limits that together bound what happens at some points. It is sound: no policy lets more through.</summary>
/// <param name="Most">How much they let through at most.</param>
/// <param name="Limits">The limits.</param>
internal sealed record LimitSum(decimal Most, ImmutableArray<LimitModel> Limits)
{
    /// <summary>The least sum that is found, or null where something goes through that no limit counts.</summary>
    /// <param name="context">Whose policy.</param>
    /// <param name="points">The points; at a point of a tool each declared tool counts for itself.</param>
    /// <param name="counts">Whether a draw counts what is asked about.</param>
    public static LimitSum? Of(AnalysisContext context, ImmutableArray<string> points, Func<LimitDrawModel, bool> counts)
    {
        var places = points.SelectMany(point => Places(context.Model, point)).ToList();
        var limits = Enumerable.Range(0, context.Model.Limits.Count)
            .Select(number => (Limit: context.Model.Limits[number], Most: Refused(context, number)))
            .Where(found => found.Most is not null && found.Limit.Within == 0)
            .Select(found => new LimitSum(found.Most!.Value, [found.Limit]))
            .ToList();
        LimitSum? least = limits.Where(sum => places.TrueForAll(place => Covers(sum.Limits[0], place))).MinBy(sum => sum.Most);
        var parts = places.Select(place => limits.Where(sum => Covers(sum.Limits[0], place)).MinBy(sum => sum.Most)).Distinct().ToList();
        if (parts.Contains(null))
            return least;
        var together = new LimitSum(parts.Sum(part => part!.Most), [.. parts.SelectMany(part => part!.Limits)]);
        return least is null || together.Most < least.Most ? together : least;

        bool Covers(LimitModel limit, (string Point, string? Tool, string? Agent) place) =>
            limit.DrawAt(place.Point, place.Tool) is { } draw && counts(draw) && (draw.Where is null || IsOf(draw.Where, place.Agent));
    }

    // Where agents are declared no other calls a tool, and they call their own alone. Elsewhere others may act.
    private static IEnumerable<(string Point, string? Tool, string? Agent)> Places(PolicyModel model, string point)
    {
        var tools = model.Layouts.First(layout => layout.Point == point).Tools;
        if (tools.Count == 0)
            return [(point, null, null)];
        return point == PointNames.ToolCall && model.Agents is { Agents.Count: > 0 } declared
            ? declared.Agents.SelectMany(agent =>
                agent.Grants.Tools.Except(agent.Grants.Never).Select(tool => (point, (string?)tool, (string?)agent.WireName)))
            : tools.Select(tool => (point, (string?)tool.Tool, (string?)null));
    }

    // The limit of an agent or workflow is drawn from by whoever its condition names.
    private static bool IsOf(Expression acts, string? agent) =>
        agent is not null
        && ExpressionTree.DescendantsAndSelf(acts).OfType<ConstantExpression>().Any(named => named.Value is string name && name == agent);

    // What is beyond the least share at which something is refused never goes on.
    private static decimal? Refused(AnalysisContext context, int number)
    {
        var limit = context.Model.Limits[number];
        var control = context.Model.Controls.First(control => control.Id == limit.Control);
        if (!Enforcement.IsEnforced(control, context.AsOf)
            || limit.Draws.Select(draw => GreatestValue.Of(draw.Value)).ToList() is not { Count: > 0 } values
            || values.Contains(null))
            return null;
        var refusing = Enumerable
            .Range(0, limit.Shares.Count)
            .Where(arm => limit.Draws.All(draw => Refuses(control, draw, number, arm)))
            .Take(1)
            .ToList();
        return refusing is [var arm] ? values.Max() * limit.Shares[arm] / 1_000_000 : null;
    }

    private static bool Refuses(ControlModel control, LimitDrawModel draw, int number, int arm) =>
        control
            .Placements.Where(placement =>
                placement.Point == draw.Point && (placement.Tools.Count == 0 || (draw.Tool is { } tool && placement.Tools.Contains(tool))))
            .Any(placement =>
                placement.Rules.Any(rule =>
                    rule.Condition is LimitPassedExpression passed
                    && passed.Limit == number
                    && passed.Arm == arm
                    && rule.Effects.Any(effect => ControlReach.OutcomeOf(effect) >= Outcome.Block)));
}
