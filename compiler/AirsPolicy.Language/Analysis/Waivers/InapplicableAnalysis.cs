using System.Globalization;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Waivers;

/// <summary>What does not apply is required, is satisfied by nothing, and is looked at again in time.</summary>
internal sealed class InapplicableAnalysis : IAnalysis
{
    private const int WarningDays = 30;

    private const int LongestDays = 366;

    public static readonly DiagnosticDescriptor Ended = new(
        "AIRS6048", Error, "Inapplicability that has ended",
        "'{0}' was said not to apply until {1}; satisfy it, or have it approved anew.",
        "That something does not apply holds to the end of its day, as of the day that the policy is checked on (`--as-of`). From the " +
        "day after the bundle does not activate."
    );

    public static readonly DiagnosticDescriptor EndsSoon = new(
        "AIRS6049", Notice, "Inapplicability that ends soon",
        "'{0}' is said not to apply until {1}; from the day after the bundle does not activate.",
        "The notice comes 30 days before the end, so that somebody looks whether it still does not apply. It fails no build."
    );

    public static readonly DiagnosticDescriptor TooLong = new(
        "AIRS6050", Error, "Inapplicability without an end in sight",
        "'{0}' is said not to apply until {1}, for {2} days; that holds for 366 days at most.",
        "Systems change, so that somebody looks again within a year. The days are counted from the day that the policy is checked on " +
        "(`--as-of`). `waiver.term` of a tier says nothing of it, since nothing is loosened that applies."
    );

    public static readonly DiagnosticDescriptor Applies = new(
        "AIRS6051", Error, "Inapplicability of what applies",
        "'{0}' {1}, so it does apply; remove 'inapplicable'.",
        "What a declaration in force satisfies, in detect mode too, applies to the system. So does what is waived: a waiver says that an " +
        "id applies and is not met yet."
    );

    public static readonly DiagnosticDescriptor NotRequired = new(
        "AIRS6052", Warning, "Inapplicability of what nobody requires",
        "No tier in which the system stands requires '{0}', so 'inapplicable' says nothing; remove it.",
        "`inapplicable` frees from an id that a tier requires. An id that no tier requires may be left unsatisfied without a word."
    );

    public void Run(AnalysisContext context)
    {
        var governance = context.Model.Governance;
        var cover = new RequirementCover(context.Model, context.AsOf, context.Claims);
        var required = RequiredTiers
            .Required(governance).SelectMany(required => required.Tier.Ids).Select(id => id.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var inapplicable in governance.Inapplicable)
        {
            if (WhyApplies(governance, cover, inapplicable.Id) is { } why)
                context.Report(Applies, inapplicable.Place, [Remove(context, inapplicable)], inapplicable.Id, why);
            else if (!required.Contains(inapplicable.Id))
                context.Report(NotRequired, inapplicable.Place, [Remove(context, inapplicable)], inapplicable.Id);
            CheckEnd(context, inapplicable);
        }
    }

    private static string? WhyApplies(GovernanceModel governance, RequirementCover cover, string id) =>
        cover.ClaimsOf(id).FirstOrDefault() is { } claim ? $"is satisfied by '{claim.By[(claim.By.LastIndexOf('.') + 1)..]}'"
        : governance.Waivers.Any(waiver => waiver.Kind == WaiverKind.Id && waiver.Subject == id) ? "is waived"
        : null;

    private static void CheckEnd(AnalysisContext context, InapplicableModel inapplicable)
    {
        if (context.AsOf is not { } today)
            return;
        var end = Text(inapplicable.Until);
        var left = inapplicable.Until - today;
        if (left < 0)
        {
            context.Report(Ended, inapplicable.Place, [], inapplicable.Id, end);
        }
        else if (left > LongestDays)
        {
            var date = ((InapplicableDeclarationSyntax)context.DeclarationAt(inapplicable.Place)!).Until.Date;
            context.Report(TooLong, date.Source, date.Span, [Suggestion.Replace(date.Span, Text(today + LongestDays))],
                inapplicable.Id, end, left.ToString(CultureInfo.InvariantCulture));
        }
        else if (left <= WarningDays)
        {
            context.Report(EndsSoon, inapplicable.Place, [], inapplicable.Id, end);
        }
    }

    private static DiagnosticFix Remove(AnalysisContext context, InapplicableModel inapplicable) =>
        new("Remove 'inapplicable'", [new TextEdit(context.DeclarationAt(inapplicable.Place)!.Span, "")]);

    private static string Text(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
