using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Cli.Testing;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs test</c>: runs the tests that stand in policies, on the interpreter.</summary>
internal static class TestCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathSymbols.Paths();
        var libraries = PathSymbols.Libraries();
        var junit = new Option<string?>("--junit") { Description = "Also write the results as JUnit XML to this file.", HelpName = "file" };
        var command = new AirsCommand("test", "Runs the tests that stand in policies, with a clock of their own and without a network.",
            ("airs test", "the policies in this folder and below"),
            ("airs test policies --junit tests.xml", "with a report for CI")) { paths, libraries, junit };
        command.SetAction(line =>
        {
            var workspace = Workspace.Read(line.GetRequiredValue(paths), line.GetRequiredValue(libraries));
            var analyses = workspace.Analyze();
            var diagnostics = workspace.DiagnosticsOf(analyses).Where(d => d.Severity == DiagnosticSeverity.Error).ToImmutableArray();
            TextReport.Write(terminal.Ink, diagnostics);
            var tests = new TestText(terminal, new SourceIndex(workspace.Packages));
            var packages = analyses.Where(analysis => analysis.Model is not null).Select(analysis => Run(analysis.Model!, tests)).ToList();
            if (line.GetValue(junit) is { } file)
                OutputFile.Write(file, stream => JUnitReport.Write(stream, packages));
            if (!diagnostics.IsEmpty)
                terminal.Ink.Line($"{TextReport.Summary(diagnostics)}; what does not build is not tested", Tone.Bad);
            tests.Summary(packages);
            return diagnostics.IsEmpty && packages.TrueForAll(package => package.Count(TestVerdict.Failed) == 0) ? ExitCode.Clean : ExitCode.Findings;
        });
        return command;
    }

    private static TestedPackage Run(PolicyModel model, TestText text)
    {
        if (model.Tests.Count == 0)
            return new TestedPackage(model.Name, []);
        text.Begin(model.Name);
        var results = ImmutableArray.CreateBuilder<(PolicyTestResult, TimeSpan)>();
        var since = Stopwatch.GetTimestamp();
        new PolicyTestRunner(model).Run(result =>
        {
            results.Add((result, Stopwatch.GetElapsedTime(since)));
            text.Ended(result);
            since = Stopwatch.GetTimestamp();
        });
        return new TestedPackage(model.Name, results.ToImmutable());
    }
}
