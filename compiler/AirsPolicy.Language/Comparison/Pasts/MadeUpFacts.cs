using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>
/// Makes up the facts of what came before: what feeds a count, for the key that is asked about, and went on or was refused as the count
/// wants it.
/// </summary>
internal sealed class MadeUpFacts(VersionPair pair)
{
    private const int Tries = 6;

    private readonly Dictionary<(string Point, string? Tool), JsonObject> _calm = [];

    /// <summary>Facts on which as little as possible fires.</summary>
    public JsonObject Calm(RequestShape request)
    {
        if (!_calm.TryGetValue((request.Point, request.Tool), out var calm))
            _calm.Add((request.Point, request.Tool), calm = CalmFacts.Of(pair, request));
        return calm;
    }

    /// <summary>Requests that both versions refuse.</summary>
    public IEnumerable<JsonObject> Refused(RequestShape request) => pair.Refused(request);

    /// <summary>The requests at a point that one version knows a tool at, or any.</summary>
    public IEnumerable<RequestShape> Requests(PolicyVersion version, string point, string? tool, string? liked)
    {
        if (tool is not null)
            return pair.Find(point, version.Model.Tools.FirstOrDefault(known => known.Name == tool)?.WireName) is { } request
                ? [request]
                : [];
        return pair.Requests().Where(known => known.Point == point).OrderByDescending(known => known.Tool == liked);
    }

    /// <summary>A request that is an event, or null.</summary>
    /// <param name="scope">The version whose event it is, at the event.</param>
    /// <param name="where">What has to hold of it, or null.</param>
    /// <param name="values">What expressions of the event have to come to.</param>
    /// <param name="fate">What has to become of it.</param>
    public JsonObject? Event(RuleScope scope, Expression? where, IReadOnlyList<(Expression Expression, Value Value)> values, EventFate fate)
    {
        var bases = fate == EventFate.Refused ? pair.Refused(scope.Request).Append(Calm(scope.Request)) : [Calm(scope.Request)];
        foreach (var facts in bases)
        {
            foreach (var met in where is null ? [facts] : ConditionSearch.Of(scope, where, true, facts).Prepend(facts).Take(Tries))
            {
                var made = values.Aggregate(met, (known, value) => With(scope, value.Expression, value.Value, known));
                if (Holds(scope, where, made) && Becomes(scope, where, made, fate) is { } done)
                    return done;
            }
        }
        return null;
    }

    /// <summary>The facts with an expression at a value, as far as that can be brought about.</summary>
    public static JsonObject With(RuleScope scope, Expression expression, Value value, JsonObject facts) =>
        Equals(scope.Evaluate(expression, facts), value)
            ? facts
            : ValueSearch.Of(scope, expression, value, facts).FirstOrDefault(made => Equals(scope.Evaluate(expression, made), value))
                ?? facts;

    // What asks the past, or what was decided, cannot be told here.
    private static bool Holds(RuleScope scope, Expression? where, JsonObject facts) =>
        where is null || PastLeaves.AsksPast(where) || scope.Evaluate(where, facts) is BoolValue { Truth: true };

    private JsonObject? Becomes(RuleScope scope, Expression? where, JsonObject facts, EventFate fate)
    {
        if (fate == EventFate.All || IsOf(fate, scope.Request, facts))
            return facts;
        if (fate == EventFate.Refused)
            return null;
        var calm = CalmFacts.Around(pair, scope.Request, facts, changed => Holds(scope, where, changed));
        return IsOf(fate, scope.Request, calm) ? calm : facts;
    }

    private bool IsOf(EventFate fate, RequestShape request, JsonObject facts)
    {
        var (before, after) = pair.Decide(request, facts);
        var refused = fate == EventFate.Refused;
        return before.Outcome > Outcome.Hold == refused && after.Outcome > Outcome.Hold == refused;
    }
}
