using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Meanings;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Origins;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>
/// Pasts that bring about what conditions ask of the past: for each thing that they ask, on the facts of the request at hand.
/// </summary>
internal sealed class ConditionPasts
{
    private const int Deepest = 2;

    private static readonly IReadOnlyList<Value> s_few = [new NumberValue(1), new NumberValue(3)];

    private readonly CountPasts _counts;
    private readonly OrderPasts _orders;
    private readonly ContentPasts _contents;
    private readonly WatchedPasts _watched;

    public ConditionPasts(VersionPair pair, MadeUpFacts facts)
    {
        _counts = new CountPasts(facts);
        _orders = new OrderPasts(facts);
        _contents = new ContentPasts(facts, pair);
        _watched = new WatchedPasts(facts, this);
    }

    /// <summary>Something was more often than could be made up.</summary>
    public bool Bounded => _counts.Bounded;

    /// <param name="scope">The version that asks, at the request.</param>
    /// <param name="asked">The conditions.</param>
    /// <param name="request">The facts of the request.</param>
    /// <param name="ages">How long ago it happened, the shortest first.</param>
    /// <param name="depth">How many pasts stand around this one.</param>
    public IEnumerable<MadeUpPast> Of(
        RuleScope scope,
        IReadOnlyList<Expression> asked,
        JsonObject request,
        IReadOnlyList<long> ages,
        int depth = 0)
    {
        if (depth > Deepest)
            return [];
        var parts = asked.SelectMany(ExpressionTree.DescendantsAndSelf).ToList();
        var beside = parts.OfType<AggregateExpression>().Select(aggregate => scope.Version.Model.Aggregates[aggregate.Aggregate]).ToList();
        // A part of each in turn, so that a bound on pasts leaves out none of them.
        return Alternating.Of(
            parts
                .Where(PastLeaves.IsPast)
                .Distinct()
                .Select(leaf => Of(scope, leaf, Bounds(scope, parts, leaf, request), beside, request, ages, depth)));
    }

    private IEnumerable<MadeUpPast> Of(
        RuleScope scope,
        Expression leaf,
        IReadOnlyList<Value> bounds,
        IReadOnlyList<AggregateModel> beside,
        JsonObject request,
        IReadOnlyList<long> ages,
        int depth) =>
        leaf switch
        {
            AggregateExpression aggregate => _counts.Of(scope, aggregate, bounds, beside, request, ages),
            LimitPassedExpression passed => _counts.Of(scope, passed, request, ages),
            FollowsExpression follows => _orders.Of(scope, follows.Aggregate, follows.Keys, StepOf(scope, follows.Step, request), request),
            OriginExpression origin => _contents.OfOrigin(scope, origin, request, ages),
            CarriesLabelExpression carries => _contents.OfLabel(scope, carries.Label, ages),
            PathExpression { Path: ["breaker", var name, ..] } => _watched.OfBreaker(scope, name, ages, depth + 1),
            PathExpression { Path: ["pace", "guardrail" or "judge" or "human" or "system", ..] } pace => _watched.OfChart(
                scope,
                pace.Path[1],
                ages,
                depth + 1),
            PathExpression { Path: ["pace", ..] } or HeldForExpression => _watched.OfChart(scope, null, ages, depth + 1),
            PathExpression { Path: ["run", ..] } => OfRuns(scope, request, ages),
            _ when LabelModel.IsRead(leaf) => _contents.OfLabel(scope, null, ages),
            _ => [],
        };

    private IEnumerable<MadeUpPast> OfRuns(RuleScope scope, JsonObject request, IReadOnlyList<long> ages) =>
        from run in scope.Version.Model.Agents?.Runs ?? []
        from number in run.Aggregates()
        let aggregate = scope.Version.Model.Aggregates[number]
        where aggregate.Sources.Count > 0
        from past in aggregate.Order is not null
            ? _orders.Of(scope, number, aggregate.Sources[0].Keys, null, request)
            : _counts.Of(
                scope,
                new AggregateExpression(number, aggregate.Sources[0].Keys, IntShape.Instance, Meaning.Nowhere),
                s_few,
                [],
                request,
                ages)
        select past;

    private static string? StepOf(RuleScope scope, Expression step, JsonObject request) => scope.Evaluate(step, request) switch
    {
        TextValue text => text.Text,
        NumberValue => scope.Request.Tool,
        _ => null,
    };

    // What it is compared with; where that cannot be told, some few and whatever else is compared here.
    private static IReadOnlyList<Value> Bounds(RuleScope scope, List<Expression> parts, Expression leaf, JsonObject request)
    {
        var own = new List<Value>();
        var others = new List<Value>();
        foreach (var compare in parts.OfType<CompareExpression>().Where(PastLeaves.AsksPast))
        {
            var isOwn = ExpressionTree.DescendantsAndSelf(compare).Contains(leaf);
            foreach (var side in new[] { compare.Left, compare.Right }.Where(side => !PastLeaves.AsksPast(side)))
            {
                if (scope.Evaluate(side, request) is { } bound)
                    (isOwn ? own : others).Add(bound);
            }
        }
        return own.Count > 0 ? [.. own.Concat(others).Distinct()] : [.. s_few, .. others.Distinct()];
    }
}
