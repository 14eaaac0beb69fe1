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
        var cover = new RequirementCover(context.Model, context.AsOf, context.Claims);
        foreach (var waiver in context.Model.Governance.Waivers.Where(waiver => waiver.Kind == WaiverKind.Id))
        {
            if (cover.MetBy(waiver.Subject) is not { } claim)
                continue;
            context.Report(Satisfied, waiver.Place,
                [new DiagnosticFix("Remove the waiver", [new TextEdit(context.DeclarationAt(waiver.Place)!.Span, "")])],
                waiver.Subject, claim.By[(claim.By.LastIndexOf('.') + 1)..]);
        }
    }
}
