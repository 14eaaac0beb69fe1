using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Comparison.Pasts;

/// <summary>
/// How long ago things are made up to have happened: just now, and just within and just outside each time that conditions name.
/// </summary>
internal static class PastTimes
{
    private const int Most = 9;
    private const long Longest = 400 * TimeSpan.TicksPerDay;

    // The oldest sixtieth of a window counts as a whole.
    private const int Slices = 30;

    public static IReadOnlyList<long> Of(IEnumerable<(PolicyModel Model, Expression Asked)> conditions)
    {
        var named = conditions
            .SelectMany(condition => ExpressionTree.DescendantsAndSelf(condition.Asked).SelectMany(part => Named(condition.Model, part)))
            .Where(ticks => ticks is > 0 and < Longest)
            .Distinct()
            .Order();
        return
        [
            .. named
                .SelectMany(ticks => new[] { ticks - TimeSpan.TicksPerSecond, ticks + ticks / Slices + TimeSpan.TicksPerSecond })
                .Prepend(TimeSpan.TicksPerSecond)
                .Where(ticks => ticks > 0)
                .Distinct()
                .Take(Most),
        ];
    }

    private static IEnumerable<long> Named(PolicyModel model, Expression part) =>
        part switch
        {
            AggregateExpression aggregate => [model.Aggregates[aggregate.Aggregate].Within],
            LimitPassedExpression passed => [model.Limits[passed.Limit].Within],
            HeldForExpression held => [held.Ticks],
            ConstantExpression { Shape: DurationShape, Value: long ticks } => [ticks],
            PathExpression { Path: ["breaker", var name, ..] } => model
                .Breakers.Where(breaker => breaker.Name == name)
                .SelectMany(breaker =>
                    breaker
                        .Trips.SelectMany(trip => ExpressionTree.DescendantsAndSelf(trip.Condition))
                        .SelectMany(inner => Named(model, inner))
                        .Append(breaker.OpenFor)),
            _ => [],
        };
}
