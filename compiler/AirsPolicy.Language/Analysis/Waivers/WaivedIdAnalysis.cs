using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Text;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>An id is waived only where nothing satisfies it.</summary>
internal sealed class WaivedIdAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor Satisfied = new(
        "AIRS6027", Error, "Waiver of what is satisfied",
        "'{0}' is satisfied by '{1}', so there is nothing to waive; remove the waiver, or waive the control.",
        "A waiver of an id says that nothing satisfies it yet. A control that does is waived by its own name.");

    public void Run(AnalysisContext context)
    {
        var controls = context.Model.Controls.ToDictionary(control => control.Id, StringComparer.Ordinal);
        foreach (var waiver in context.Model.Governance.Waivers.Where(waiver => waiver.Kind == WaiverKind.Id))
        {
            var claim = context.Model.Governance.Claims.FirstOrDefault(claim =>
                claim.Id == waiver.Subject && (controls.GetValueOrDefault(claim.By) is not { } control || Enforcement.IsEnforced(control, context.AsOf)));
            if (claim is null)
                continue;
            context.Report(Satisfied, waiver.Place,
                [new DiagnosticFix("Remove the waiver", [new TextEdit(context.DeclarationAt(waiver.Place)!.Span, "")])],
                waiver.Subject, claim.By[(claim.By.LastIndexOf('.') + 1)..]);
        }
    }
}
