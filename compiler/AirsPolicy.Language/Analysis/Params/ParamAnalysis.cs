using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Params;

/// <summary>
/// A parameter is stricter in the direction that it says, wherever it is read. A place that nothing is known of is refused.
/// </summary>
internal sealed class ParamAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor WrongWay = new(
        "AIRS6030", Error, "Parameter that is stricter the other way",
        "'{0}' says that {1} is stricter, and here {1} lets more through; say '{2} is stricter', or turn the comparison.",
        "Others may set a parameter in its stricter direction only. That is safe where a value that is set can only make rules match " +
        "that did not."
    );

    public static readonly DiagnosticDescriptor NotTold = new(
        "AIRS6031", Error, "Direction of a parameter cannot be told",
        "'{0}' says that {1} is stricter, which cannot be told here; compare it with '<', '<=', '>' or '>='.",
        "The direction of a parameter is verified by how it is used: in comparisons by order, in sums, differences and products with " +
        "numbers that are not negative, as a time, a share, a bound, or the weight of a detector. Equality, membership and functions " +
        "say nothing about a direction, and neither do goals, of which rules make what they like. Where it cannot be told, only the " +
        "package of the parameter may change it: leave the direction out."
    );

    public void Run(AnalysisContext context)
    {
        if (context.Model.Governance.Params.Count == 0)
            return;
        var heard = new ParamReadings(context.Model, context.Model.Governance.Params.SelectMany(param => param.Uses));
        foreach (var param in context.Model.Governance.Params)
        {
            var wanted = param.IsLowerStricter ? Direction.Lowers : Direction.Raises;
            // Most parameters are read as they say, and nothing is left to be told apart.
            if (param.Uses.All(use => heard.Of(use).All(reading => reading.Direction == wanted)))
                continue;
            foreach (var place in param.Uses.SelectMany(heard.Of).GroupBy(reading => reading.Place))
            {
                var first = place.First().Direction;
                if (place.Any(reading => reading.Direction != wanted))
                    Report(context, param, place.Key, place.All(reading => reading.Direction == first) ? first : Direction.Unknown);
            }
        }
    }

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
