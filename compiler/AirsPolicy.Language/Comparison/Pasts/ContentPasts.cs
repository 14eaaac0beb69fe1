using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>Pasts in which something has come into the session: what labels it, and the texts in which a value occurs.</summary>
internal sealed class ContentPasts(MadeUpFacts facts, VersionPair pair)
{
    private const int Most = 12;

    public IEnumerable<MadeUpPast> OfLabel(RuleScope scope, string? label, IReadOnlyList<long> ages) =>
        Sources(scope, source => source.Labels.Any(known => label is null || LabelModel.NameOf(known) == label), (_, made) => [made])
            .Concat(Effects(scope, label))
            .SelectMany(happened => ages.Take(1).Select(age => MadeUpPast.Of(happened with { Ago = age }, 1)))
            .Take(Most);

    public IEnumerable<MadeUpPast> OfOrigin(RuleScope scope, OriginExpression origin, JsonObject request, IReadOnlyList<long> ages)
    {
        if (scope.Evaluate(origin.Value, request) is not TextValue { Text: var text })
            return [];
        return Sources(
                scope,
                source => source.Texts is not null,
                (at, made) => TextSearch.Holding(at.Scope, at.Source.Texts!, text, made).Take(1))
            .Select(happened => MadeUpPast.Of(happened with { Ago = ages[0] }, 1))
            .Take(Most);
    }

    private IEnumerable<MadeUpEvent> Sources(
        RuleScope scope,
        Func<ContentSourceModel, bool> fits,
        Func<(RuleScope Scope, ContentSourceModel Source), JsonObject, IEnumerable<JsonObject>> change) =>
        from source in scope.Version.Model.Contents
        where fits(source)
        from request in facts.Requests(scope.Version, source.Point, source.Tool, scope.Request.Tool).Take(3)
        let at = new RuleScope(scope.Version, scope.Other, request, [])
        let made = facts.Event(at, source.Where, [], EventFate.All)
        where made is not null
        from changed in change((at, source), made)
        select new MadeUpEvent(request, changed, 0);

    private IEnumerable<MadeUpEvent> Effects(RuleScope scope, string? label) =>
        from request in pair.Requests()
        from found in RulesAtPoint.At(pair, request)
        where
            found.Scope.Version == scope.Version
            && found.Rule.Effects.Any(effect =>
                effect is FixedEffectModel { Effect: LabelEffect labels } && (label is null || LabelModel.NameOf(labels.Label) == label))
        from made in RuleRequests.Of(found.Scope, found.Rule, facts.Calm(request)).Take(2)
        select new MadeUpEvent(request, made, 0);
}
