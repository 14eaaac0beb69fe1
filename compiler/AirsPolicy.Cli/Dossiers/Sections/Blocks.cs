using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>Makes the pieces of sections.</summary>
internal static class Blocks
{
    /// <summary>A table, or nothing where it has no rows.</summary>
    public static IEnumerable<DossierBlock> Table(
        string id, string caption, IEnumerable<string> columns, IEnumerable<IEnumerable<DossierCell>> rows)
    {
        var table = new TableBlock(id, caption, columns.ToValueList(), rows.Select(row => row.ToValueList()).ToValueList());
        return table.Rows.Count == 0 ? [] : [table];
    }

    public static DossierCell Enforced(bool isEnforced, string otherwise) =>
        isEnforced ? new DossierCell("in force", DossierState.Good) : new DossierCell(otherwise, DossierState.Partial);
}
