using System.Globalization;
using AirsPolicy.Cli.Assessing;
using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Model.Governance;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>In which tier a system stands, what its profile comes to, and why.</summary>
internal static class StandingSection
{
    public static DossierSection? Of(DossierSource source)
    {
        var governance = source.Model.Governance;
        return governance.Standings.Count == 0
            ? null
            : new DossierSection(
                "tier", "Tier and why", DossierView.All,
                governance.Standings.SelectMany(standing => Of(source, standing)).ToValueList());
    }

    private static IEnumerable<DossierBlock> Of(DossierSource source, StandingModel standing)
    {
        var scheme = source.Model.Governance.Schemes.First(scheme => scheme.Name == standing.Scheme);
        var score = SchemeScore.Of(scheme, standing.Profile);
        var (stands, least, most) = (
            scheme.Tiers[standing.Tier].Name, scheme.Tiers[score.Least].Name, scheme.Tiers[score.Most].Name);
        var comes = least == most ? $"'{least}'" : $"between '{least}' and '{most}'";
        var points = score.Counted.Where(rule => rule.Kind == SchemeRuleKind.Score).Sum(rule => (decimal)rule.Value);
        yield return new ProseBlock(string.Create(
            CultureInfo.InvariantCulture,
            $"{scheme.Title ?? DossierWords.Bare(scheme.Name)}: the system stands in '{stands}'{Because(standing)}. "
            + $"Its profile scores {points} and comes to {comes}."));
        foreach (var table in Blocks.Table(
            $"score_{DossierWords.Bare(scheme.Name)}", "What counted", ["counts", "because"],
            score.Counted.Select(rule => (IEnumerable<DossierCell>)[SchemeRuleText.Of(scheme, rule), rule.Because])
                .Concat(score.Unknown.Select(rule => (IEnumerable<DossierCell>)
                    [new DossierCell($"{SchemeRuleText.Of(scheme, rule)}, not known", DossierState.Partial), rule.Because]))))
            yield return table;
    }

    private static string Because(StandingModel standing) => standing.Because is { } because ? $" because \"{because}\"" : "";
}
