using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>Everything that is read at a decision point.</summary>
internal static class PointReads
{
    /// <summary>What rules read there, and what is counted, drawn, brought in from there, or trips breakers.</summary>
    public static IEnumerable<Expression> Of(PolicyModel model, string point)
    {
        var placed = model.Controls.SelectMany(control => control.Placements).Where(placement => placement.Point == point);
        var sources = model.Aggregates.SelectMany(aggregate => aggregate.Sources).Where(source => source.Point == point);
        var draws = model.Limits.SelectMany(limit => limit.Draws).Where(draw => draw.Point == point);
        var trips = model.Breakers.SelectMany(breaker => breaker.Trips).Where(trip => trip.Point == point);
        return placed
            .SelectMany(placement => placement.Rules)
            .SelectMany(ExpressionTree.All)
            .Concat(
                sources
                    .SelectMany(source => source.Keys.Append(source.Where).Append(source.Value))
                    .OfType<Expression>()
                    .SelectMany(ExpressionTree.DescendantsAndSelf))
            .Concat(
                draws
                    .SelectMany(draw => draw.Keys.Append(draw.Where).Append(draw.Amount).Append(draw.Value))
                    .OfType<Expression>()
                    .SelectMany(ExpressionTree.DescendantsAndSelf))
            .Concat(trips.SelectMany(trip => ExpressionTree.DescendantsAndSelf(trip.Condition)));
    }
}
