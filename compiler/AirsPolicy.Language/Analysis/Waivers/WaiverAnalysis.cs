using System.Globalization;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Text;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>A waiver ends, and says so in time.</summary>
internal sealed class WaiverAnalysis : IAnalysis
{
    private const int WarningDays = 30;

    public static readonly DiagnosticDescriptor Ended = new(
        "AIRS6024", Error, "Waiver that has ended",
        "The waiver of '{0}' ended on {1}; {2}.",
        "A waiver holds to the end of its day, as of the day that the policy is checked on (`--as-of`). From the day after a waived " +
        "control is in force again, and a bundle that waives an id does not activate."
    );

    public static readonly DiagnosticDescriptor EndsSoon = new(
        "AIRS6025", Notice, "Waiver that ends soon",
        "The waiver of '{0}' ends on {1}; {2}.",
        "The notice comes 30 days before the end, so that what is waived can be put right, or the waiver approved anew. It fails no " +
        "build: the waiver still holds."
    );

    private const int LongestDays = 366;

    public static readonly DiagnosticDescriptor TooLong = new(
        "AIRS6032", Error, "Waiver without an end in sight",
        "The waiver of '{0}' ends on {1}, in {2} days; a waiver lasts 366 days at most.",
        "A waiver is for as long as somebody can oversee, and is then approved anew. The days are counted from the day that the policy " +
        "is checked on (`--as-of`). A tier says another longest term with `requires waiver.term at most 90d`, which then counts alone."
    );

    public void Run(AnalysisContext context)
    {
        if (context.AsOf is not { } today)
            return;
        var isBounded = RequiredTiers
            .Required(context.Model.Governance)
            .Any(required => required.Tier.Values.Any(value => value.Path == Requirements.WaiverTerm));
        foreach (var waiver in context.Model.Governance.Waivers)
        {
            var subject = waiver.Name;
            var end = DateOnly.FromDayNumber(waiver.Until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (today > waiver.Until)
            {
                context.Report(
                    Ended,
                    waiver.Place,
                    waiver.Kind == WaiverKind.Control ? [Remove(context, waiver)] : [],
                    subject,
                    end,
                    waiver.Kind == WaiverKind.Control
                        ? "the control is in force again, so remove the waiver"
                        : "satisfy the id, or have the waiver approved anew");
            }
            else if (!isBounded && waiver.Until - today > LongestDays)
            {
                var (source, span) = (context.Find(waiver.Place).Source, BoundedWaivers.DateOf(context, waiver).Span);
                context.Report(TooLong, source, span, [BoundedWaivers.EndBy(context, waiver, today + LongestDays)],
                    subject, end, (waiver.Until - today).ToString(CultureInfo.InvariantCulture));
            }
            else if (waiver.Until - today <= WarningDays)
            {
                context.Report(
                    EndsSoon,
                    waiver.Place,
                    [],
                    subject,
                    end,
                    waiver.Kind == WaiverKind.Control
                        ? "the control is in force again from the day after"
                        : "from the day after the bundle does not activate");
            }
        }
    }

    private static DiagnosticFix Remove(AnalysisContext context, WaiverModel waiver) =>
        new("Remove the waiver", [new TextEdit(context.DeclarationAt(waiver.Place)!.Span, "")]);
}
