using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What is waived, by whom and until when.</summary>
internal static class WaiversSection
{
    public static DossierSection Of(DossierSource source)
    {
        var waivers = source.Model.Governance.Waivers;
        var inapplicable = Blocks.Table(
            "inapplicable", "What does not apply to the system, and until when", ["id", "because", "approved by", "until"],
            source.Model.Governance.Inapplicable.Select(known => (IEnumerable<DossierCell>)
            [
                DossierCell.Code(known.Id), known.Because,
                known.Role is null ? known.ApprovedBy : $"{known.ApprovedBy} ({known.Role})", Until(source, known.Until),
            ]));
        var waived = waivers.Count == 0
            ? [new ProseBlock("Nothing is waived.")]
            : Blocks.Table(
                "waivers", "What is not enforced, and until when", ["waived", "because", "approved by", "until", "stands in for it"],
                waivers.Select(waiver => (IEnumerable<DossierCell>)
                [
                    DossierCell.Code(waiver.Name), waiver.Because,
                    waiver.Role is null ? waiver.ApprovedBy : $"{waiver.ApprovedBy} ({waiver.Role})",
                    Until(source, waiver.Until),
                    DossierWords.List(waiver.With.Select(control => DossierWords.Bare(control.Control))),
                ]));
        return new DossierSection(
            "waivers", "What is waived, and what does not apply", DossierView.All, waived.Concat(inapplicable).ToValueList());
    }

    private static DossierCell Until(DossierSource source, int day) =>
        day < source.Day.DayNumber
            ? new DossierCell($"{DossierWords.Day(day)} (past)", DossierState.Bad)
            : new DossierCell(DossierWords.Day(day), DossierState.Partial);
}
