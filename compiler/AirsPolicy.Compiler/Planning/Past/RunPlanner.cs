using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Agents;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning.Past;

/// <summary>Plans how far runs are known to have come.</summary>
internal static class RunPlanner
{
    public static ValueList<RunTable> Runs(PolicyModel model) => (model.Agents?.Runs ?? []).Select(Run).ToValueList();

    /// <summary>Whether an expression reads how far the run has come, which is looked up in what happened before.</summary>
    public static bool Asks(Expression expression) =>
        expression is PathExpression { Path: ["run"] or ["run", "followed" or "missing", ..] };

    /// <summary>The points, by number, at which rules ask for it, or what is counted, drawn or brought in from there.</summary>
    public static ValueList<int> Points(PolicyModel model) =>
        model.Agents is { Runs.Count: > 0 }
            ? model
                .Layouts.Index()
                .Where(layout => PointReads.Of(model, layout.Item.Point).Any(Asks))
                .Select(layout => layout.Index)
                .ToValueList()
            : [];

    private static RunTable Run(RunModel run) =>
        new(
            run.Name,
            run.Agents,
            run.Began,
            run.Order ?? -1,
            run.Goals.Select(goal => new RunGoalTable(goal.Name, goal.Reached ?? -1)).ToValueList());
}
