using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>Whatever a tier bounds lies within its bounds, in every declaration of its kind.</summary>
internal sealed class RequiredValueAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor OutOfBounds = new(
        "AIRS6018", Error, "Bound of the tier is not kept",
        "'{0}' requires {1} {2} {3}, and {4}.",
        "A tier sets bounds, and so do all tiers below it; the strictest counts, for every declaration of the kind. Where there is no " +
        "declaration of the kind, or one leaves the clause out, the bound is not kept either. A limit bounds a run where it counts per " +
        "run, without `within`, at every call of every tool, and refuses what goes beyond; limits of single tools add up, and so do " +
        "those of agents that act in it."
    );

    public void Run(AnalysisContext context)
    {
        var bounds = RequiredTiers.Required(context.Model.Governance)
            .SelectMany(required => required.Tier.Values.Select(value => new { required.Status, Value = value }))
            .GroupBy(bound => new { bound.Value.Path, bound.Value.IsLeast, Named = bound.Value.Value.Value as string });
        foreach (var group in bounds)
        {
            var strictest = group.Aggregate((kept, next) => IsStricter(next.Value, kept.Value) ? next : kept);
            var (standing, bound) = (strictest.Status, strictest.Value);
            foreach (var found in BoundedValues.Of(context, standing, bound))
            {
                if (found.Value is not { } value || !Keeps(value, bound))
                {
                    context.Report(OutOfBounds, found.Source, found.Span, found.Fixes,
                        standing.Written, bound.Path, bound.IsLeast ? "at least" : "at most", bound.Text, found.Words);
                }
            }
        }
    }

    // Names are not above one another: each is required by itself.
    internal static bool IsStricter(RequiredValueModel one, RequiredValueModel other) =>
        one.IsLeast ? Order(one, other) > 0 : Order(one, other) < 0;

    private static int Order(RequiredValueModel one, RequiredValueModel other) => Bound(one).CompareTo(Bound(other));

    private static bool Keeps(decimal value, RequiredValueModel bound) => bound.IsLeast ? value >= Bound(bound) : value <= Bound(bound);

    private static decimal Bound(RequiredValueModel bound) => bound.Value.Value switch
    {
        decimal amount => amount,
        string => 0,
        var number => (long)number,
    };
}
