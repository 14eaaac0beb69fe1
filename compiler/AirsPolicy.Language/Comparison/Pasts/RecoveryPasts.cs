using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Meanings;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>People bring back a chart that has become worse, or close a breaker that has tripped.</summary>
internal static class RecoveryPasts
{
    private const int Most = 60;

    public static IEnumerable<(MadeUpPast Past, RequestShape Request, JsonObject Facts)> Of(
        VersionPair pair,
        MadeUpFacts facts,
        ConditionPasts pasts,
        PartChange part)
    {
        if (part.Kind is not ("chart" or "breaker") || pair.Find(PointNames.Recovery, null) is not { } request)
            return [];
        var ages = Ages(pair, part);
        return from version in new[] { pair.Before, pair.After }
               let at = new RuleScope(version, version == pair.Before ? pair.After : pair.Before, request, [])
               let asked = new PathExpression(
                   part.Kind == "chart" ? ["pace", part.Name] : ["breaker", part.Name, "open"],
                   BoolShape.Instance,
                   Meaning.Nowhere)
               from worse in pasts.Of(at, [asked], facts.Calm(request), ages).Take(Most)
               from roles in Roles(pair, part)
               from met in Met(at, version.Model, part, Facts(request, part, roles))
               from past in Steps(worse.And(Quiet(pair, facts)), new MadeUpEvent(request, met, 0), part, ages)
               select (past, request, met);
    }

    // Nothing asks for a worse state any more.
    private static MadeUpPast Quiet(VersionPair pair, MadeUpFacts facts) =>
        new([
            .. pair.Requests()
                .Where(request => request.Point == PointNames.Signal)
                .Select(request => new MadeUpEvent(request, facts.Calm(request), TimeSpan.TicksPerSecond / 2)),
        ]);

    // A chart comes back a state at a time, so that some have been left before.
    private static IEnumerable<MadeUpPast> Steps(MadeUpPast worse, MadeUpEvent recovers, PartChange part, IReadOnlyList<long> ages)
    {
        yield return worse;
        if (part.Kind != "chart")
            yield break;
        foreach (var wait in ages.Skip(1))
        {
            yield return worse.Earlier(wait).And(MadeUpPast.Of(recovers with { Ago = wait }, 1));
            yield return worse
                .Earlier(2 * ages[^1])
                .And(MadeUpPast.Of(recovers with { Ago = ages[^1] + wait }, 1))
                .And(MadeUpPast.Of(recovers with { Ago = wait }, 1));
        }
    }

    // On the conditions of its ways back, and as they are.
    private static IEnumerable<JsonObject> Met(RuleScope at, PolicyModel model, PartChange part, JsonObject facts) =>
        model
            .Charts.Where(chart => part.Kind == "chart" && chart.Name == part.Name)
            .SelectMany(chart => chart.Recoveries)
            .Select(way => way.Where)
            .OfType<Expression>()
            .SelectMany(where => ConditionSearch.Of(at, where, true, facts).Take(3))
            .Prepend(facts);

    private static JsonObject Facts(RequestShape request, PartChange part, List<string> roles)
    {
        var facts = request.Harmless();
        var (recovery, approver) = (facts["recovery"]!.AsObject(), facts["approver"]!.AsObject());
        (recovery["action"], recovery["id"]) = (part.Kind == "chart" ? "recover" : "close", part.Name);
        (approver["kind"], approver["roles"]) = ("person", new JsonArray([.. roles.Select(role => (JsonNode)role)]));
        return facts;
    }

    private static IEnumerable<List<string>> Roles(VersionPair pair, PartChange part)
    {
        var roles = new[] { pair.Before.Model, pair.After.Model }
            .SelectMany(model =>
                model
                    .Charts.Where(chart => chart.Name == part.Name)
                    .SelectMany(chart => chart.Recoveries)
                    .SelectMany(way => way.Authorities)
                    .Concat(model.Breakers.Where(breaker => breaker.Name == part.Name).SelectMany(breaker => breaker.CloseBy)))
            .Distinct()
            .ToList();
        return roles.Select(role => (List<string>)[role]).Prepend(roles);
    }

    private static IReadOnlyList<long> Ages(VersionPair pair, PartChange part) =>
        [
            .. new[] { pair.Before.Model, pair.After.Model }
                .SelectMany(model =>
                    model
                        .Charts.Where(chart => chart.Name == part.Name)
                        .SelectMany(chart => chart.Recoveries)
                        .Select(way => way.After)
                        .Concat(model.Breakers.Where(breaker => breaker.Name == part.Name).Select(breaker => breaker.OpenFor)))
                .Where(ticks => ticks > 0)
                .Distinct()
                .Order()
                .SelectMany(ticks => new[] { ticks - TimeSpan.TicksPerSecond, ticks + TimeSpan.TicksPerSecond })
                .Prepend(TimeSpan.TicksPerSecond)
                .Take(9),
        ];
}
