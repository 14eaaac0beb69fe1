using AirsPolicy.Cli.Findings;
using AirsPolicy.Language.Analysis.Openings;
using AirsPolicy.Language.Diagnostics;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What the compiler finds, where nothing of the policy stands, and what the host has to bind.</summary>
internal static class OpenSection
{
    public static DossierSection Of(DossierSource source)
    {
        var open = OpenPlaces.Of(source.Model, source.Day);
        return new DossierSection("open", "What is open", DossierView.Engineer,
        [
            new ListBlock(
            [
                new("Points at which nothing can match", DossierWords.List(open.Points)),
                new("Points at which everything is only tried out", DossierWords.List(open.Tried)),
                new("Tools whose calls no rule looks at", DossierWords.List(open.Tools)),
            ]),
            .. Blocks.Table(
                "findings", "What the compiler finds", ["place", "code", "what"],
                source.Analysis.Diagnostics.Where(found => found.Severity != DiagnosticSeverity.Hint).Select(Row)),
            .. Blocks.Table(
                "bindings", "What the host has to bind", ["kind", "name"],
                source.Model.Hosts.Select(host => (IEnumerable<DossierCell>)[host.Kind, DossierCell.Code(host.Name)])),
        ]);
    }

    private static IEnumerable<DossierCell> Row(Diagnostic found) =>
    [
        DossierCell.Code(Path.GetFileName(TextReport.Place(found.Source, found.Span))),
        DossierCell.Code(found.Descriptor.Code),
        new DossierCell(found.Message, found.Severity == DiagnosticSeverity.Error ? DossierState.Bad : DossierState.Partial),
    ];
}
