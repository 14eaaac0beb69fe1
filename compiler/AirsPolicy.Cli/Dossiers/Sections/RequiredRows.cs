using AirsPolicy.Language.Analysis.Tiers;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>Works out what tiers require of a system.</summary>
internal static class RequiredRows
{
    public static IReadOnlyList<RequiredRow> Of(DossierSource source)
    {
        var required = RequiredTiers.Required(source.Model.Governance).ToList();
        // What a tier requires once more is one requirement.
        var ids = required
            .SelectMany(tier => tier.Tier.Ids.Select(id => (tier.Status.Written, id.Id, id.Entry.Title)))
            .Distinct()
            .Select(id => OfId(source, id.Written, id.Id, id.Title));
        var bounds = required
            .SelectMany(tier => tier.Tier.Values.Select(value => (tier.Status.Written, Value: value)))
            .GroupBy(bound => (bound.Value.Path, bound.Value.IsLeast, Named: bound.Value.Value.Value as string))
            .Select(group => group.Aggregate((kept, next) => RequiredValueAnalysis.IsStricter(next.Value, kept.Value) ? next : kept))
            .Select(bound =>
            {
                var words = $"{(bound.Value.IsLeast ? "at least" : "at most")} {bound.Value.Text}";
                // The finding is the one place that says whether a bound is kept.
                var finding = source.Analysis.Diagnostics.FirstOrDefault(found =>
                    found.Descriptor == RequiredValueAnalysis.OutOfBounds
                    && found.Arguments is [var tier, var path, _, var text, ..]
                    && tier == bound.Written && path == bound.Value.Path && text == bound.Value.Text);
                return new RequiredRow(
                    bound.Written, bound.Value.Path, words, finding is null ? "kept" : $"not kept: {finding.Arguments[^1]}",
                    finding is null ? DossierState.Good : DossierState.Bad);
            });
        return [.. ids, .. bounds];
    }

    private static RequiredRow OfId(DossierSource source, string tier, string id, string title)
    {
        if (source.Cover.TrulyMetBy(id) is { } claim)
            return new RequiredRow(tier, id, title, DossierWords.Bare(claim.By), DossierState.Good);
        if (source.Cover.InapplicableOf(id) is { } known && known.Until >= source.Day.DayNumber)
            return new RequiredRow(
                tier, id, title, $"does not apply until {DossierWords.Day(known.Until)}: {known.Because}", DossierState.Partial);
        var waiver = source.Cover.WaiversOf(id).FirstOrDefault(waiver => waiver.Until >= source.Day.DayNumber);
        return waiver is not null
            ? new RequiredRow(tier, id, title, $"waived until {DossierWords.Day(waiver.Until)}: {waiver.Because}", DossierState.Partial)
            : new RequiredRow(tier, id, title, "nothing that is in force", DossierState.Bad);
    }
}
