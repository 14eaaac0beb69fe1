using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Params;

/// <summary>A parameter is stricter in the direction that it says, wherever a rule reads it.</summary>
internal sealed class ParamAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor WrongWay = new(
        "AIRS6030", Error, "Parameter that is stricter the other way",
        "'{0}' says that {1} is stricter, and here {1} lets more through; say '{2} is stricter', or turn the comparison.",
        "Others may set a parameter in its stricter direction only. That is safe where a value that is set can only make rules match that did not.");

    public static readonly DiagnosticDescriptor NotTold = new(
        "AIRS6031", Error, "Direction of a parameter cannot be told",
        "'{0}' says that {1} is stricter, which cannot be told here; compare it with '<', '<=', '>' or '>='.",
        "The direction of a parameter is verified by how it is used: in comparisons by order, in sums, differences and products with numbers that are not negative. Equality, membership and functions say nothing about a direction, and neither do goals, of which rules make what they like.");

    public void Run(AnalysisContext context)
    {
        foreach (var param in context.Model.Governance.Params)
        {
            foreach (var use in param.Uses.Where(use => use.Time != GivenTime.None && PolarityWalk.DirectionOf(use.Time) != Wanted(param)))
                Report(context, param, use.Place, PolarityWalk.DirectionOf(use.Time));
        }
        var uses = context.Model.Governance.Params
            .SelectMany(param => param.Uses.Select(use => (param, use: use.Place)))
            .GroupBy(pair => pair.use).ToDictionary(group => group.Key, group => group.First().param);
        if (uses.Count == 0)
            return;
        var reported = new HashSet<SourcePlace>();
        var walk = new PolarityWalk(context.Model, (constant, direction) =>
        {
            if (uses.TryGetValue(constant.Place, out var param) && direction != Wanted(param) && reported.Add(constant.Place))
                Report(context, param, constant.Place, direction);
        });
        foreach (var rule in context.Model.Controls.SelectMany(control => control.Placements).SelectMany(placement => placement.Rules))
            walk.Rule(rule);
        // What is made of a goal that is not reached is for rules to say, one way or the other.
        foreach (var goal in (context.Model.Agents?.Runs ?? []).SelectMany(run => run.Goals))
        {
            foreach (var source in goal.Reached is { } reached ? context.Model.Aggregates[reached].Sources : [])
                walk.Condition(source.Where!, Direction.Unknown);
        }
    }

    private static Direction Wanted(ParamModel param) => param.IsLowerStricter ? Direction.Lowers : Direction.Raises;

    private static void Report(AnalysisContext context, ParamModel param, SourcePlace place, Direction direction)
    {
        var name = param.Name[(param.Name.LastIndexOf('.') + 1)..];
        var (said, other) = param.IsLowerStricter ? ("lower", "higher") : ("higher", "lower");
        if (direction == Direction.Unknown)
            context.Report(NotTold, place, [], name, said);
        else
            context.Report(WrongWay, place, [], name, said, other);
    }
}
