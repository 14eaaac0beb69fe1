using System.Text.Json.Nodes;
using AirsPolicy.Language.Comparison.Search;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Evaluation.Values;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Events;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>
/// Pasts in which the steps of a run have been taken: the shortest runs first, and before them those after which one version takes the next
/// step and the other does not.
/// </summary>
internal sealed class OrderPasts(MadeUpFacts facts)
{
    private const int LongestRun = 6;
    private const int MostRuns = 400;
    private const int MostPasts = 24;

    /// <param name="number">The aggregate of the steps.</param>
    /// <param name="keys">Whose steps they are.</param>
    /// <param name="next">The step that is asked about, or null.</param>
    public IEnumerable<MadeUpPast> Of(RuleScope scope, int number, IEnumerable<Expression> keys, string? next, JsonObject request)
    {
        var aggregate = scope.Version.Model.Aggregates[number];
        var values = keys.Select(key => scope.Evaluate(key, request)).ToList();
        OrderModel[] orders = [aggregate.Order!, .. Orders(scope.Other.Model).Where(order => order != aggregate.Order)];
        var steps = new Dictionary<string, MadeUpEvent?>(StringComparer.Ordinal);
        return Runs(orders)
            .OrderByDescending(run =>
                next is not null && orders.Select(order => NaiveOrder.Keeps(order, [.. run, next])).Distinct().Count() > 1)
            .Select(run => Past(run, StepOf))
            .OfType<MadeUpPast>()
            .Take(MostPasts);

        MadeUpEvent? StepOf(string name)
        {
            if (!steps.TryGetValue(name, out var step))
                steps.Add(name, step = Step(scope, aggregate, values, name));
            return step;
        }
    }

    private static IEnumerable<OrderModel> Orders(PolicyModel model) =>
        model.Aggregates.Select(aggregate => aggregate.Order).OfType<OrderModel>();

    // By their length, those that some order keeps to.
    private static List<List<string>> Runs(OrderModel[] orders)
    {
        var names = orders.SelectMany(order => Names(order.Steps)).Distinct(StringComparer.Ordinal).ToList();
        List<List<string>> runs = [[]];
        for (var i = 0; i < runs.Count && runs.Count < MostRuns; i++)
        {
            if (runs[i].Count < LongestRun)
                runs.AddRange(
                    names.Select(name => (List<string>)[.. runs[i], name]).Where(run => orders.Any(order => NaiveOrder.Keeps(order, run))));
        }
        return runs[1..];
    }

    private static IEnumerable<string> Names(StepExpression step) => step switch
    {
        NamedStep named => [named.Name],
        StepSequence sequence => sequence.Steps.SelectMany(Names),
        StepChoice choice => choice.Alternatives.SelectMany(Names),
        RepeatedStep repeated => Names(repeated.Step),
        _ => [],
    };

    private static MadeUpPast? Past(List<string> run, Func<string, MadeUpEvent?> stepOf)
    {
        var steps = run.Select(stepOf).ToList();
        return steps.Contains(null)
            ? null
            : new MadeUpPast([.. steps.Select((step, i) => step! with { Ago = (steps.Count - i) * TimeSpan.TicksPerSecond })]);
    }

    private MadeUpEvent? Step(RuleScope scope, AggregateModel aggregate, List<Value?> keys, string name)
    {
        foreach (var source in aggregate.Sources)
        {
            foreach (var request in facts.Requests(scope.Version, source.Point, source.Tool, scope.Request.Tool))
            {
                var at = new RuleScope(scope.Version, scope.Other, request, []);
                var wanted = source
                    .Keys.Zip(keys)
                    .Where(key => key.Second is not null)
                    .Select(key => (key.First, key.Second!))
                    .Append((source.Value!, (Value)new TextValue(name)))
                    .ToList();
                if (facts.Event(at, source.Where, wanted, EventFate.All) is { } taken
                    && at.Evaluate(source.Value!, taken) is TextValue { Text: var text }
                    && text == name)
                    return new MadeUpEvent(request, taken, 0);
            }
        }
        return null;
    }
}
