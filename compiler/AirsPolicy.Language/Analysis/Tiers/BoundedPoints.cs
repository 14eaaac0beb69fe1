using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>Finds how far what stands at a decision point can go.</summary>
internal static class BoundedPoints
{
    public static BoundedValue Strongest(AnalysisContext context, StandingModel standing, RequiredValueModel bound)
    {
        var (file, at) = context.Find(standing.Place);
        var point = bound.Path[Requirements.Point.Length..];
        var reached = context
            .Model.Controls.Where(control => Enforcement.IsEnforced(control, context.AsOf))
            .Select(control => ControlReach.Of(control, [point], context.Reach))
            .Where(reach => reach.Stands)
            .Max(reach => reach.Strongest);
        var words = reached is { } outcome
            ? $"what stands there comes to {DecisionFacts.Outcome.Names[(int)outcome]} at most"
            : "nothing that is enforced stands there";
        var name = ClauseFix.NewName(context, $"{point}_guarded");
        var effect = (Outcome)(long)bound.Value.Value == Outcome.Halt ? "halt session" : "block";
        return new BoundedValue(
            (long?)reached,
            file,
            at,
            words,
            [
                ClauseFix.Append(
                    file,
                    $"Add a control at '{point}' that refuses everything until its condition is written",
                    $"control {name} {{ at {point}  always {effect} }}"),
            ]
        );
    }
}
