using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Requests;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>
/// Pasts in which something has happened as often, or has added up to as much, as a condition or a limit asks: at the bound, and just below
/// and above it.
/// </summary>
internal sealed class CountPasts(MadeUpFacts facts)
{
    /// <summary>The most events of one past.</summary>
    public const int MostEvents = 200;

    private const int MostSources = 8;
    private const int MostPlaces = 2;

    private static readonly int[] s_parts = [1, 2, 4, 10, 40];
    private static readonly decimal[] s_steps = [0, 0.01m, -0.01m];

    /// <summary>Something was more often than could be made up.</summary>
    public bool Bounded { get; private set; }

    /// <summary>Pasts of what is counted or summed.</summary>
    /// <param name="bounds">What it is compared with.</param>
    /// <param name="beside">What is counted beside it, whose different values its events take in turn.</param>
    public IEnumerable<MadeUpPast> Of(
        RuleScope scope,
        AggregateExpression asked,
        IReadOnlyList<Value> bounds,
        IReadOnlyList<AggregateModel> beside,
        JsonObject request,
        IReadOnlyList<long> ages)
    {
        var aggregate = scope.Version.Model.Aggregates[asked.Aggregate];
        var keys = asked.Keys.Select(key => scope.Evaluate(key, request)).ToList();
        foreach (var source in aggregate.Sources.Take(MostSources))
        {
            var varied = beside
                .Append(aggregate)
                .Where(other => other.Kind == AggregateKind.Distinct)
                .SelectMany(other => other.Sources)
                .Where(other => other.Point == source.Point)
                .Select(other => other.Value)
                .OfType<Expression>()
                .ToList();
            var summed = aggregate.Kind.IsOfAmounts() ? source.Value : null;
            foreach (
                var past in Of(
                    scope,
                    source.Point,
                    source.Tool,
                    source.Where,
                    Pairs(source.Keys, keys),
                    summed,
                    varied,
                    aggregate.Fate,
                    bounds,
                    ages))
                yield return past;
        }
    }

    /// <summary>Pasts of what has been drawn from a limit.</summary>
    public IEnumerable<MadeUpPast> Of(RuleScope scope, LimitPassedExpression passed, JsonObject request, IReadOnlyList<long> ages)
    {
        if (LimitSearch.DrawOf(scope, passed) is not { } own || LimitSearch.BoundOf(scope, passed, own, request) is not { } bound)
            yield break;
        var keys = own.Keys.Select(key => scope.Evaluate(key, request)).ToList();
        foreach (var draw in scope.Version.Model.Limits[passed.Limit].Draws.OrderByDescending(draw => draw == own).Take(MostSources))
        {
            foreach (
                var past in Of(
                    scope,
                    draw.Point,
                    draw.Tool,
                    draw.Where,
                    Pairs(draw.Keys, keys),
                    draw.Amount,
                    [],
                    EventFate.WentOn,
                    [bound],
                    ages))
                yield return past;
        }
    }

    private IEnumerable<MadeUpPast> Of(
        RuleScope scope,
        string point,
        string? tool,
        Expression? where,
        List<(Expression, Value)> keys,
        Expression? summed,
        List<Expression> varied,
        EventFate fate,
        IReadOnlyList<Value> bounds,
        IReadOnlyList<long> ages)
    {
        var places = 0;
        foreach (var request in facts.Requests(scope.Version, point, tool, scope.Request.Tool))
        {
            var at = new RuleScope(scope.Version, scope.Other, request, []);
            if (facts.Event(at, where, keys, fate) is not { } happened)
                continue;
            foreach (var age in ages)
            {
                foreach (
                    var past in summed is null
                        ? Counted(at, happened, varied, keys, bounds, age)
                        : Summed(at, happened, summed, keys, bounds, age))
                    yield return past;
            }
            if (++places == MostPlaces)
                yield break;
        }
    }

    private IEnumerable<MadeUpPast> Counted(
        RuleScope at,
        JsonObject happened,
        List<Expression> varied,
        List<(Expression Key, Value Value)> keys,
        IReadOnlyList<Value> bounds,
        long age)
    {
        var counts = bounds
            .OfType<NumberValue>()
            .SelectMany(bound => new[] { bound.Number, bound.Number + 1, bound.Number - 1 })
            .Distinct()
            .ToList();
        Bounded |= counts.Exists(count => count > MostEvents);
        foreach (var count in counts.Where(count => count is >= 1 and <= MostEvents))
        {
            yield return varied.Count == 0
                ? MadeUpPast.Of(new MadeUpEvent(at.Request, happened, age), count)
                : new MadeUpPast([
                    .. Enumerable
                        .Range(0, (int)count)
                        .Select(number => new MadeUpEvent(at.Request, Varied(at, happened, varied, keys, number), age)),
                ]);
        }
    }

    // Who or what is counted for stays, whatever is told apart.
    private static JsonObject Varied(
        RuleScope at,
        JsonObject happened,
        List<Expression> varied,
        List<(Expression Key, Value Value)> keys,
        int number)
    {
        var made = varied.Aggregate(
            happened,
            (known, value) => Different(value.Shape, number) is { } other ? MadeUpFacts.With(at, value, other, known) : known);
        return keys.Aggregate(made, (known, key) => MadeUpFacts.With(at, key.Key, key.Value, known));
    }

    private static Value? Different(Shape shape, int number) => shape switch
    {
        TextShape => new TextValue($"{HarmlessValue.Text}-{number + 1}"),
        BoolShape => BoolValue.Of(number % 2 == 0),
        EnumShape names => new NumberValue(number % names.Names.Count),
        DecimalShape or MoneyShape => new DecimalValue(number),
        _ => new NumberValue(number),
    };

    private static IEnumerable<MadeUpPast> Summed(
        RuleScope at,
        JsonObject happened,
        Expression summed,
        List<(Expression Key, Value Value)> keys,
        IReadOnlyList<Value> bounds,
        long age)
    {
        foreach (var amount in bounds.SelectMany(Amounts))
        {
            var made = keys.Aggregate(
                MadeUpFacts.With(at, summed, amount.Each, happened),
                (known, key) => MadeUpFacts.With(at, key.Key, key.Value, known));
            yield return MadeUpPast.Of(new MadeUpEvent(at.Request, made, age), amount.Times);
        }
    }

    // All at once, or in parts, where so much at once is refused.
    private static IEnumerable<(Value Each, int Times)> Amounts(Value bound) =>
        bound switch
        {
            DecimalValue number => s_parts.SelectMany(parts =>
                s_steps.Select(step => ((Value)new DecimalValue(decimal.Round(number.Number / parts, 2) + step), parts))),
            NumberValue number => s_parts.SelectMany(parts =>
                s_steps.Select(step => ((Value)new NumberValue(number.Number / parts + Math.Sign(step)), parts))),
            _ => [],
        };

    private static List<(Expression, Value)> Pairs(IEnumerable<Expression> keys, IEnumerable<Value?> values) =>
        [.. keys.Zip(values).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))];
}
