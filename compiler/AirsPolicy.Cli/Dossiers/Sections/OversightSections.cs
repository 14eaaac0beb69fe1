using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Symbols.Catalogues;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>The judges, with the bars that they are measured by, and the people who decide.</summary>
internal static class OversightSections
{
    public static IEnumerable<DossierSection> Of(DossierSource source)
    {
        yield return new DossierSection("judges", "Judges", DossierView.All, source.Model.Judges.Count == 0
            ? [new ProseBlock("No judge looks at what the system does.")]
            : Blocks.Table(
                "judges", "What is asked, of how much, and how well it has to do",
                ["judge", "models", "asked", "looks at", "mode", "measured by", "bars"],
                source.Model.Judges.Select(judge => (IEnumerable<DossierCell>)
                [
                    DossierCell.Code(judge.Name), DossierWords.List(judge.Models),
                    judge.Inline ? "before the answer goes on" : "afterwards",
                    $"at least {DossierWords.Share(judge.Sample)}",
                    judge.Mode == JudgeMode.Operational
                        ? new DossierCell("operational", DossierState.Good)
                        : new DossierCell(judge.Mode.ToString().ToLowerInvariant(), DossierState.Partial),
                    Measured(judge), Bars(judge),
                ])).ToValueList());
        yield return new DossierSection("people", "People", DossierView.All, source.Model.Queues.Count == 0
            ? [new ProseBlock("Nothing waits for people.")]
            : Blocks.Table(
                "queues", "Who decides, and in which time", ["queue", "reviewers", "time", "people who agree", "priority", "made-up cases"],
                source.Model.Queues.Select(queue => (IEnumerable<DossierCell>)
                [
                    DossierCell.Code(queue.Name), DossierWords.List(Reviewers(queue)),
                    queue.Sla is { } sla ? DossierWords.Duration(sla) : new DossierCell("no end", DossierState.Partial),
                    queue.Approvals.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    queue.Priority.ToString().ToLowerInvariant(),
                    queue.Canary == 0 ? DossierWords.None : DossierWords.Share(queue.Canary),
                ])).ToValueList());
        var systems = source.Model.Governance.Claims.Where(claim => claim.Claimant == Claimant.System).ToList();
        if (systems.Count > 0)
        {
            yield return new DossierSection("declared", "Declared for the system", DossierView.Auditor,
                Blocks.Table(
                    "declared", "What no decision shows: evidence is kept by its owner", ["id", "what it is"],
                    systems.Select(claim => (IEnumerable<DossierCell>)[DossierCell.Code(claim.Id), claim.Entry.Title])).ToValueList());
        }
    }

    private static IEnumerable<string> Reviewers(QueueModel queue) =>
        queue.Reviewers.Concat(
            queue.HandsOn.SelectMany(on => on.Roles.Select(role => $"{role} after {DossierWords.Duration(on.After)}")));

    private static DossierCell Measured(JudgeModel judge) => judge.Calibration switch
    {
        null => new DossierCell("nothing", DossierState.Partial),
        { Against: { } other } => $"the judge {DossierWords.Bare(other)}",
        { } cases => DossierWords.Count(cases.Cases.Count, "case", "cases"),
    };

    private static string Bars(JudgeModel judge) => judge.Calibration is not { } calibration ? DossierWords.None : DossierWords.List(
        new (string Name, long? Bar)[]
        {
            ("agreement at least", calibration.Bars.Agreement), ("missed at most", calibration.Bars.Missed),
            ("false alarms at most", calibration.Bars.FalseAlarms),
        }.Where(bar => bar.Bar is not null).Select(bar => $"{bar.Name} {DossierWords.Share(bar.Bar!.Value)}"));
}
