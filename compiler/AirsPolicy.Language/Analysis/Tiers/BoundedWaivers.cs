using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>How long waivers still last on the day that the policy is checked on.</summary>
internal static class BoundedWaivers
{
    public static IEnumerable<BoundedValue> Terms(AnalysisContext context, RequiredValueModel bound)
    {
        if (context.AsOf is not { } today)
            yield break;
        foreach (var waiver in context.Model.Governance.Waivers)
        {
            var (source, _) = context.Find(waiver.Place);
            var days = waiver.Until - today;
            var words = string.Create(CultureInfo.InvariantCulture, $"the waiver of '{waiver.Name}' lasts {days}d from now");
            yield return new BoundedValue(
                days * (decimal)TimeSpan.TicksPerDay,
                source,
                DateOf(context, waiver).Span,
                words,
                [EndBy(context, waiver, today + ((long)bound.Value.Value / TimeSpan.TicksPerDay))]);
        }
    }

    /// <summary>Where the end of a waiver is written.</summary>
    public static SyntaxToken DateOf(AnalysisContext context, WaiverModel waiver) =>
        ((WaiveDeclarationSyntax)context.DeclarationAt(waiver.Place)!).Until.Date;

    /// <summary>Ends a waiver by a day, or when it does, whichever is sooner.</summary>
    public static DiagnosticFix EndBy(AnalysisContext context, WaiverModel waiver, long day)
    {
        var end = DateOnly.FromDayNumber((int)Math.Clamp(day, 0, waiver.Until));
        return Suggestion.Replace(DateOf(context, waiver).Span, end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
