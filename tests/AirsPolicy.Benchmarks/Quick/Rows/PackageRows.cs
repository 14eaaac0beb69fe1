using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How long checking a large package takes, files read and analyses made.</summary>
internal static class PackageRows
{
    private const int Files = 50;

    private const int ControlsPerFile = 20;

    public static IEnumerable<QuickRow> All() =>
        [
            // With reading and binding, without which no analysis is asked.
            new(
                "check of 50 files and 1,000 controls, all analyses, warm",
                "at most 6x reading and parsing alone",
                () =>
                    InPackage(folder =>
                    {
                        var reading = Measure.Milliseconds(9, () => PackageFolder.Read(folder));
                        return QuickFigure.Against(Measure.Milliseconds(9, () => Check(folder)) * 1e6, reading * 1e6, 6);
                    })
            ),
            new(
                "the same as a command",
                "at most 14x an empty process",
                () => InPackage(folder => CommandRows.AgainstNothing(14, "check", folder))),
        ];

    // What the command does between its arguments and its report.
    private static void Check(string path)
    {
        var folder = PackageFolder.Read(path);
        var locator = new PackageLocator([folder]);
        foreach (var package in folder.Packages)
        {
            // What is generated says some things twice, which analyses warn of.
            var analysis = PolicyAnalyzer.Analyze(package, locator, new DateOnly(2026, 6, 1));
            if (analysis.HasErrors)
                throw new InvalidOperationException(analysis.Diagnostics[0].ToString());
        }
    }

    private static QuickFigure InPackage(Func<string, QuickFigure> measure) => CommandRows.InFolder(folder =>
    {
        GeneratedPackage.Write(folder, Files, ControlsPerFile);
        return measure(folder);
    });
}
