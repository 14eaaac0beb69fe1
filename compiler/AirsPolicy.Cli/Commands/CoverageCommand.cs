using System.Collections.Immutable;
using System.CommandLine;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Covering;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Testing;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs coverage</c>: how much of the framework some packages carry.</summary>
internal static class CoverageCommand
{
    public static Command Create(Terminal terminal)
    {
        var (paths, libraries) = (PathSymbols.Paths(), PathSymbols.Libraries());
        var missing = new Option<bool>("--missing") { Description = "Also list the ids that nothing carries or shows." };
        var json = new Option<bool>("--json") { Description = "Write JSON, with the tests that show each case." };
        var command = new AirsCommand(
            "coverage",
            "Counts how much of the framework packages carry: the ids of each catalogue that something claims, and the cases that a test "
            + "shows whose title begins with their id. Runs all tests.",
            ("airs coverage policies", "how much of the framework the packages under 'policies' carry"),
            ("airs coverage policies --missing", "and what they do not"),
            ("airs coverage policies --json", "for programs")) { paths, libraries, missing, json };
        command.SetAction(line =>
        {
            var workspace = Workspace.Read(line.GetRequiredValue(paths), line.GetRequiredValue(libraries));
            var analyses = workspace.Analyze();
            var errors = workspace.DiagnosticsOf(analyses).Where(found => found.Severity == DiagnosticSeverity.Error).ToImmutableArray();
            if (errors.Length > 0)
            {
                TextReport.Write(new Ink(terminal.Error, isColoured: false), errors);
                return ExitCode.Findings;
            }
            var models = analyses.Select(analysis => analysis.Model).OfType<PolicyModel>().ToList();
            var tests = new TestRun(terminal, new SourceIndex(workspace.Packages), text: null);
            var tested = analyses.Where(analysis => analysis.Model is not null).Select(tests.Run).ToList();
            var catalogues = CarriedCatalogue.Of(models).ToList();
            var lists = CaseList.All.Select(list => CoveredCases.Of(list, tested)).ToList();
            if (line.GetValue(json))
                CoverageOutput.WriteJson(terminal.Out, catalogues, lists);
            else
                CoverageOutput.Write(terminal.Ink, catalogues, lists, line.GetValue(missing));
            return ExitCode.Clean;
        });
        return command;
    }
}
