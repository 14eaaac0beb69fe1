using System.Globalization;
using AirsPolicy.Collections;
using AirsPolicy.Language.Symbols.Catalogues;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>How much of each catalogue a policy carries: one picture, and for auditors each id.</summary>
internal static class CoverageSections
{
    public static IEnumerable<DossierSection> Of(DossierSource source)
    {
        var taken = source.Model.Governance.Catalogues.Select(catalogue => catalogue.Name).ToHashSet(StringComparer.Ordinal);
        var shown = ShippedCatalogues.All.Where(catalogue => catalogue.IsThreats || taken.Contains(catalogue.Name)).ToList();
        var shares = shown.Select(catalogue => Share(source, catalogue)).ToList();
        var required = RequiredRows.Of(source);
        if (required.Count > 0)
        {
            shares.Insert(0, new DossierShare(
                "What the tier requires",
                required.Count(row => row.State == DossierState.Good), required.Count(row => row.State == DossierState.Partial),
                required.Count));
        }
        shares.AddRange(Standards.All.Select(standard => Share(source, standard)));
        yield return new DossierSection("coverage", "Coverage", DossierView.All,
        [
            new ProseBlock(
                "An id is carried where something that is in force claims it and can do what the catalogue asks. A policy needs the ids that "
                + "its tier requires; the rest shows what else it does. Outside a policy is what infrastructure or an organisation has to "
                + "carry: of that somebody else shows the evidence."),
            new SharesBlock("How much of each list is carried", shares.ToValueList()),
        ]);
        var tables = shown.SelectMany(catalogue => Table(source, catalogue)).ToValueList();
        if (tables.Count > 0)
            yield return new DossierSection("claims", "What carries each id", DossierView.Auditor, tables);
        yield return new DossierSection("standards", "Standards and laws", DossierView.Auditor,
            Standards.All.SelectMany(standard => Table(source, standard)).Prepend(new ProseBlock(
                "The framework says which of its controls answer a row. A row is answered where all of them are carried by something in force. "
                + "Rows for which it names no control are not listed: no policy answers them, and somebody has to."))
                .ToValueList());
    }

    // What the framework names nothing for is no row that a policy can answer.
    private static IEnumerable<StandardRow> Rows(Standard standard) => standard.Rows.Where(row => row.Controls.Count > 0);

    private static DossierShare Share(DossierSource source, Standard standard)
    {
        var carried = Rows(standard).Select(row => (row, Count: Carried(source, row))).ToList();
        return new DossierShare(
            standard.Title, carried.Count(each => each.Count == each.row.Controls.Count),
            carried.Count(each => each.Count > 0 && each.Count < each.row.Controls.Count), standard.Rows.Length,
            standard.Rows.Count(row => Carried(source, row) == 0 && (row.Controls.Count == 0 || row.Controls.Any(IsOutside))), "in part");
    }

    private static int Carried(DossierSource source, StandardRow row) => row.Controls.Count(id => source.Cover.TrulyMetBy(id) is not null);

    private static IEnumerable<DossierBlock> Table(DossierSource source, Standard standard) => Blocks.Table(
        standard.Name, $"{standard.Title}, {standard.Version}", ["row", "what it asks", "answered by", "carried"],
        from row in Rows(standard)
        let count = Carried(source, row)
        select (IEnumerable<DossierCell>)
        [
            DossierCell.Code(row.Id), DossierWords.OrNone(row.Title), DossierWords.List(row.Controls),
            new DossierCell(
                string.Create(CultureInfo.InvariantCulture, $"{count} of {row.Controls.Count}"),
                count == row.Controls.Count ? DossierState.Good : count > 0 ? DossierState.Partial : DossierState.Bad),
        ]);

    private static DossierShare Share(DossierSource source, Catalogue catalogue) => new(
        catalogue.Title,
        catalogue.Entries.Keys.Count(id => source.Cover.TrulyMetBy(id) is not null),
        catalogue.Entries.Keys.Count(id => IsWaived(source, id)),
        catalogue.Entries.Count,
        catalogue.Entries.Keys.Count(id => IsOutside(id) && source.Cover.TrulyMetBy(id) is null && !IsWaived(source, id)));

    private static bool IsWaived(DossierSource source, string id) =>
        source.Cover.WaiversOf(id).Any(waiver => waiver.Until >= source.Day.DayNumber);

    // A threat is answered by controls, each of which says for itself who carries it.
    private static bool IsOutside(string id) =>
        ShippedCatalogues.All.Select(catalogue => catalogue.Entries.GetValueOrDefault(id)).FirstOrDefault(entry => entry is not null)
            is { How: EnforcementKind.Infrastructure or EnforcementKind.Organisation };

    // Of threats all are shown, since each that is open is one; of controls those that something claims.
    private static IEnumerable<DossierBlock> Table(DossierSource source, Catalogue catalogue) => Blocks.Table(
        catalogue.Name, $"{catalogue.Title}, version {catalogue.Version}", ["id", "what it is", "carried by", "how"],
        from entry in catalogue.Entries.Values
        orderby entry.Id
        let claims = source.Cover.ClaimsOf(entry.Id).ToList()
        where catalogue.IsThreats || claims.Count > 0
        let isMet = source.Cover.TrulyMetBy(entry.Id) is not null
        select (IEnumerable<DossierCell>)
        [
            DossierCell.Code(entry.Id), entry.Title,
            DossierWords.List(claims.Select(claim => DossierWords.Bare(claim.By)).Distinct(StringComparer.Ordinal)),
            isMet ? new DossierCell("in force", DossierState.Good)
                : source.Cover.MetBy(entry.Id) is not null ? new DossierCell("claimed, and refused by the compiler", DossierState.Bad)
                : claims.Count > 0 ? new DossierCell("tried out", DossierState.Partial)
                : new DossierCell("nothing", DossierState.Bad),
        ]);
}
