using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Diagnostics;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>What compensates for something that is waived is itself enforced.</summary>
internal sealed class CompensationAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor NotEnforced = new(
        "AIRS6026", Error, "Compensation that is not enforced",
        "'{0}' stands in for '{1}', and is itself in detect mode or waived.",
        "The controls behind `with` carry what the waiver takes away, so they have to be enforced as long as it lasts.");

    public void Run(AnalysisContext context)
    {
        var controls = context.Model.Controls.ToDictionary(control => control.Id, StringComparer.Ordinal);
        foreach (var waiver in context.Model.Governance.Waivers)
        {
            foreach (var compensation in waiver.With)
            {
                if (!controls.TryGetValue(compensation.Control, out var control) || !Enforcement.IsEnforced(control, context.AsOf))
                    context.Report(NotEnforced, compensation.Place, [], NameOf(compensation.Control), NameOf(waiver.Subject));
            }
        }
    }

    private static string NameOf(string id) => char.IsAsciiLetterUpper(id[0]) ? id : id[(id.LastIndexOf('.') + 1)..];
}
