using System.Globalization;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What recorded traffic came to, and what each control that is only tried out would have done.</summary>
internal static class TrafficSection
{
    public static DossierSection? Of(DossierSource source)
    {
        if (source.Traffic is not { } traffic)
            return null;
        var outcomes = traffic.CountBy(each => each.Decision.Outcome).ToDictionary();
        return new DossierSection("traffic", "On recorded traffic", DossierView.All,
        [
            new ProseBlock($"The policy was asked of {DossierWords.Count(traffic.Count, "recorded request", "recorded requests")}."),
            .. Blocks.Table(
                "outcomes", "What it decided", ["outcome", "requests"],
                Enum.GetValues<Outcome>().Select(outcome => (IEnumerable<DossierCell>)
                    [Word(outcome), Number(outcomes.GetValueOrDefault(outcome))])),
            .. Blocks.Table(
                "promotion", "What controls that are tried out would have done", ["control", "requests it looked at", "it would have"],
                source.Model.Controls.Where(control => !Enforcement.IsEnforced(control, source.Day.DayNumber))
                    .Select(control => Row(source, control))),
        ]);
    }

    private static IEnumerable<DossierCell> Row(DossierSource source, ControlModel control)
    {
        var points = control.Placements.Select(placement => placement.Point).ToHashSet(StringComparer.Ordinal);
        var would = source.Traffic!
            .Select(each => each.Decision.Detected.Where(rule => rule.Origin.Control == control.Id).ToList())
            .Where(rules => rules.Count > 0)
            .Select(rules => rules.Max(rule => rule.Effects.Select(effect => effect.Outcome).DefaultIfEmpty(Outcome.Allow).Max()))
            .CountBy(outcome => outcome)
            .OrderByDescending(pair => pair.Key)
            .Select(pair => $"{Word(pair.Key)} {Number(pair.Value)}");
        return
        [
            DossierCell.Code(DossierWords.Bare(control.Id)), Number(source.Traffic!.Count(each => points.Contains(each.Decision.Point))),
            DossierWords.List(would),
        ];
    }

    private static string Word(Outcome outcome) => DecisionFacts.Outcome.Names[(int)outcome];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
