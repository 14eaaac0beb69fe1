using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>What compensates for something that is waived is itself enforced.</summary>
internal sealed class CompensationAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor NotEnforced = new(
        "AIRS6026", Error, "Compensation that is not enforced",
        "'{0}' stands in for '{1}', and {2}.",
        "The controls behind `with` carry what the waiver takes away, so they have to be enforced as long as it lasts, and some request " +
        "has to make them fire."
    );

    public void Run(AnalysisContext context)
    {
        var controls = context.Model.Controls.ToDictionary(control => control.Id, StringComparer.Ordinal);
        foreach (var waiver in context.Model.Governance.Waivers)
        {
            foreach (var compensation in waiver.With)
            {
                if (Fault(context, controls.GetValueOrDefault(compensation.Control)) is { } fault)
                    context.Report(NotEnforced, compensation.Place, [], NameOf(compensation.Control), NameOf(waiver.Subject), fault);
            }
        }
    }

    private static string? Fault(AnalysisContext context, ControlModel? control)
    {
        if (control is null || !Enforcement.IsEnforced(control, context.AsOf))
            return "is itself in detect mode or waived";
        return control.Placements.Any(placement => placement.Rules.Any(context.Reach.CanFire)) ? null : "has no rule that can ever fire";
    }

    private static string NameOf(string id) => char.IsAsciiLetterUpper(id[0]) ? id : id[(id.LastIndexOf('.') + 1)..];
}
