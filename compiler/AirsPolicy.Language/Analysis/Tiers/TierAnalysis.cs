using System.Globalization;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>A system stands in no tier below the one its profile comes to.</summary>
internal sealed class TierAnalysis : IAnalysis
{
    public static readonly DiagnosticDescriptor TooLow = new(
        "AIRS6015", Error, "Tier below the computed one",
        "'{0}' is below '{1}', which the profile comes to: {2}.",
        "The scheme computes a tier from the profile of the system. A system may stand in a higher one, never in a lower.");

    public static readonly DiagnosticDescriptor Unknown = new(
        "AIRS6016", Warning, "Profile that leaves fields out",
        "The profile does not say {0}; whatever it says, the tier may be as high as '{1}'.",
        "What a profile leaves out is not taken for harmless. Say it, or let the system stand in the tier that it comes to at the worst.");

    public void Run(AnalysisContext context)
    {
        foreach (var standing in context.Model.Governance.Standings)
        {
            var scheme = context.Model.Governance.Schemes.First(scheme => scheme.Name == standing.Scheme);
            var score = SchemeScore.Of(scheme, standing.Profile);
            var prefix = standing.Written[..(standing.Written.LastIndexOf('.') + 1)];
            if (standing.Tier < score.Least)
            {
                var tier = prefix + scheme.Tiers[score.Least].Name;
                var (_, span) = context.Find(standing.Place);
                context.Report(TooLow, standing.Place, [Suggestion.Replace(span, tier)], standing.Written, tier, Reasons(scheme, score));
            }
            else if (standing.Tier < score.Most)
            {
                context.Report(
                    Unknown,
                    standing.Place,
                    [],
                    string.Join(", ", Missing(score, standing.Profile)),
                    prefix + scheme.Tiers[score.Most].Name);
            }
        }
    }

    private static string Reasons(SchemeModel scheme, SchemeScore score) => score.Counted.Count == 0
        ? "nothing lowers it"
        : string.Join(", ", score.Counted.Select(rule => rule.Kind switch
        {
            SchemeRuleKind.Score => string.Create(CultureInfo.InvariantCulture, $"{rule.Value} for {rule.Because}"),
            SchemeRuleKind.Raise => string.Create(CultureInfo.InvariantCulture, $"{rule.Value} higher for {rule.Because}"),
            SchemeRuleKind.AtLeast => $"at least {scheme.Tiers[(int)rule.Value].Name} for {rule.Because}",
            _ => $"only {scheme.Tiers[(int)rule.Value].Name} for {rule.Because}",
        }));

    // Of the fields that are left out only those on which something hangs.
    private static IEnumerable<string> Missing(SchemeScore score, string profile)
    {
        using var document = System.Text.Json.JsonDocument.Parse(profile);
        var given = document
            .RootElement.GetProperty("profile")
            .EnumerateObject()
            .Select(field => field.Name)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. score
                .Unknown.SelectMany(rule => ExpressionTree.DescendantsAndSelf(rule.Where))
                .OfType<PathExpression>()
                .Where(path => path.Path.Count > 1 && !given.Contains(path.Path[1]))
                .Select(path => $"'{path.Path[1]}'")
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
