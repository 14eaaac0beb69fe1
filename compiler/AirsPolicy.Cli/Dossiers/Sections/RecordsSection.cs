using AirsPolicy.Language.Semantics.Audits;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What is recorded of decisions, what is hidden in it, and for how long it is kept.</summary>
internal static class RecordsSection
{
    public static DossierSection Of(DossierSource source)
    {
        var audit = source.Model.Audit?.Rules;
        return new DossierSection("records", "Records", DossierView.Auditor, audit is null
            ? [new ProseBlock("The policy says nothing of records: of each request its metadata is recorded, and no time is set.")]
            :
            [
                new ListBlock(
                [
                    new("Recorded", AuditWords.Depths.Names[(int)audit.Record]),
                    new("Recorded beside that", DossierWords.List(audit.Also.Select(AuditWords.Field))),
                    new("Hidden in records", DossierWords.List(audit.Masks), null, audit.Masks.Count == 0 ? DossierState.Partial : default),
                ]),
                .. Blocks.Table(
                    "retention", "For how long records are kept", ["kind", "at least", "deleted after"],
                    audit.Retentions.Select(kept => (IEnumerable<DossierCell>)
                    [
                        AuditWords.Of(kept.Kind), DossierWords.Duration(kept.Least),
                        kept.Most is { } most ? DossierWords.Duration(most) : DossierWords.None,
                    ])),
            ]);
    }
}
