using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What the tiers of a system require, one by one.</summary>
internal static class RequirementsSection
{
    public static DossierSection? Of(DossierSource source)
    {
        var rows = RequiredRows.Of(source);
        return rows.Count == 0
            ? null
            : new DossierSection("requirements", "What the tier requires", DossierView.Auditor | DossierView.Engineer,
                Blocks.Table(
                    "requirements", "Each requirement of the tier, and what carries it",
                    ["tier", "requirement", "what it asks", "carried by"],
                    rows.Select(row => (IEnumerable<DossierCell>)
                        [row.Tier, DossierCell.Code(row.Id), row.Title, new DossierCell(row.By, row.State)])).ToValueList());
    }
}
