using AirsPolicy.Language.Analysis.Params;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Language.Analysis.Pace;

/// <summary>A worse state of a chart, and an open breaker, can only make rules match that did not, and values stricter.</summary>
internal sealed class MonotoneAnalysis : IAnalysis
{
    public void Run(AnalysisContext context)
    {
        // A rule that stands at several points is walked at each.
        var reported = new HashSet<SourcePlace>();
        var walk = new PolarityWalk(context.Model, static (_, _) => { }, (read, direction) => Look(context, reported, read, direction));
        // What leads to a state may ask for anything: states only get worse.
        var triggers = context
            .Model.Charts.SelectMany(chart => chart.Triggers.Select(trigger => $"{chart.Control}.{PaceLevels.NameOf(trigger.To)}"))
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var rule in context
                .Model.Controls.Where(control => !triggers.Contains(control.Id))
                .SelectMany(control => control.Placements)
                .SelectMany(placement => placement.Rules))
            walk.Rule(rule);
        foreach (var trip in context.Model.Breakers.SelectMany(breaker => breaker.Trips))
            walk.Condition(trip.Condition, Direction.Raises);
    }

    private static bool Look(AnalysisContext context, HashSet<SourcePlace> reported, Expression read, Direction direction)
    {
        switch (read)
        {
            // How old a state is begins anew with each.
            case PathExpression { Path: ["pace", "age" or "ages", ..] } path:
                if (direction != Direction.Lowers && reported.Add(path.Place))
                    context.Report(PaceDiagnostics.AgeNotMonotone, path.Place, [], Name(path));
                return true;
            case PathExpression { Path: ["pace", ..] } path:
                if (direction != Direction.Raises && reported.Add(path.Place))
                    context.Report(PaceDiagnostics.NotMonotone, path.Place, [], Name(path));
                return true;
            case PathExpression { Path: ["breaker", ..] } path:
                if (direction != Direction.Raises && !IsItsOwn(context.Model, path) && reported.Add(path.Place))
                    context.Report(PaceDiagnostics.BreakerNotMonotone, path.Place, [], Name(path));
                return true;
            case AggregateExpression asked
                when context.Model.Aggregates[asked.Aggregate].Sources.Any(source => source.Point == PaceChange.Point):
                if (direction != Direction.Raises && reported.Add(asked.Place))
                    context.Report(PaceDiagnostics.ChangesNotMonotone, asked.Place, []);
                return true;
            case TableExpression { Key: PathExpression { Path: ["pace", ..] } } table:
                Look(context, reported, table, direction);
                return true;
            default:
                return false;
        }
    }

    private static void Look(AnalysisContext context, HashSet<SourcePlace> reported, TableExpression table, Direction direction)
    {
        var states = (EnumShape)table.Key.Shape;
        // What stands in for a value that a better state has none of is not known here.
        if (table.Values[0] is null && reported.Add(table.Key.Place))
            context.Report(PaceDiagnostics.NotMonotone, table.Key.Place, [], Name((PathExpression)table.Key));
        for (var state = 1; state < table.Values.Count; state++)
        {
            if (table.Values[state] is not { } worse || table.Values[state - 1] is not { } better || Equals(worse, better))
                continue;
            var order = (Constant(better), Constant(worse)) switch
            {
                (long one, long other) => other.CompareTo(one),
                (decimal one, decimal other) => other.CompareTo(one),
                _ => (int?)null,
            };
            if (order is { } known && (known == 0 || (int)direction == known))
                continue;
            if (reported.Add(worse.Place))
            {
                context.Report(
                    PaceDiagnostics.TableNotMonotone,
                    worse.Place,
                    [],
                    states.Names[state],
                    order switch
                    {
                        > 0 => "more",
                        < 0 => "less",
                        _ => "other",
                    },
                    states.Names[state - 1]);
            }
        }
    }

    // What a breaker itself has refused does not count for its trip.
    private static bool IsItsOwn(PolicyModel model, PathExpression path) => model.Breakers.Any(breaker => breaker.Place == path.Place);

    private static string Name(PathExpression path) => string.Join('.', path.Path);

    private static object? Constant(Expression value) => value switch
    {
        ConstantExpression constant => constant.Value,
        NamedExpression named => Constant(named.Body),
        _ => null,
    };
}
