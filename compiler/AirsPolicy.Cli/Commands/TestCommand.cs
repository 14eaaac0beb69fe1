using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Testing;
using AirsPolicy.Cli.Watching;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Testing;

namespace AirsPolicy.Cli.Commands;

/// <summary><c>airs test</c>: runs the tests that stand in policies, on the interpreter.</summary>
internal static class TestCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathSymbols.Paths();
        var libraries = PathSymbols.Libraries();
        var junit = new Option<string?>("--junit") { Description = "Also write the results as JUnit XML to this file.", HelpName = "file" };
        var coverage = new Option<bool>("--coverage")
        {
            Description = "Also say which controls, rules and conditions the tests have seen.",
        };
        var cobertura = new Option<string?>("--cobertura")
        {
            Description = "Also write that as Cobertura XML to this file.",
            HelpName = "file",
        };
        var markdown = new Option<string?>("--markdown")
        {
            Description = "Also write what is shown as Markdown to this file, such as the summary of a job.",
            HelpName = "file",
        };
        var mutate = new Option<bool>("--mutate")
        {
            Description = "Also change the policy in one thing after the other, and say which changes no test notices.",
        };
        var threshold = new Option<decimal?>("--threshold")
        {
            Description =
                "Fail where a package has less of its rules or conditions covered, in percent; with --mutate also of its changes.",
            HelpName = "percent",
            CustomParser = static result => Percent(result),
        };
        var filter = new Option<string?>("--filter")
        {
            Description = "Run only the tests whose title holds this text, whatever the case of its letters.",
            HelpName = "name",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON, once all tests have run." };
        var watch = PathSymbols.Watch();
        var command = new AirsCommand("test", "Runs the tests that stand in policies, with a clock of their own and without a network.",
            ("airs test", "the policies in this folder and below"),
            ("airs test policies --filter refund", "the tests about refunds"),
            ("airs test policies --junit tests.xml", "with a report for CI"),
            ("airs test --watch", "again whenever a file changes"),
            ("airs test policies --coverage --mutate --threshold 90", "and what the tests leave open"))
        {
            paths, libraries, filter, junit, coverage, cobertura, markdown, mutate, threshold, json, watch,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(filter) is not null && (result.GetValue(mutate) || result.GetValue(threshold) is not null))
                result.AddError("--filter runs some of the tests, and --mutate and --threshold ask of all; leave one of them out.");
            if (result.GetValue(watch) && result.GetValue(json))
                result.AddError("--watch reports to people, and --json to programs; leave one of them out.");
        });
        command.SetAction(line =>
        {
            if (!line.GetValue(watch))
                return Run(line, terminal, null);
            using var changes = new FolderChanges([.. line.GetRequiredValue(paths), .. line.GetRequiredValue(libraries)]);
            return new WatchLoop(terminal, changes, (report, read) => Run(line, report, read)).Run();
        });
        return command;

        int Run(ParseResult line, Terminal terminal, ReadFiles? read)
        {
            var workspace = Workspace.Read(line.GetRequiredValue(paths), line.GetRequiredValue(libraries)).Noting(read);
            var analyses = workspace.Analyze();
            var diagnostics = workspace.DiagnosticsOf(analyses).Where(d => d.Severity == DiagnosticSeverity.Error).ToImmutableArray();
            var sources = new SourceIndex(workspace.Packages);
            var text = line.GetValue(json) ? null : new TestText(terminal, sources) { IsShort = read is not null };
            if (text is not null)
                TextReport.Write(terminal.Ink, diagnostics);
            var run = new TestRun(terminal, sources, text)
            {
                ShowsCoverage = line.GetValue(coverage),
                MeasuresCoverage = line.GetValue(coverage) || line.GetValue(cobertura) is not null || line.GetValue(threshold) is not null,
                Tested = [.. analyses],
                Filter = line.GetValue(filter),
                Mutates = line.GetValue(mutate),
            };
            var packages = analyses.Where(analysis => analysis.Model is not null).Select(run.Run).ToList();
            if (run.Filter is { } title && diagnostics.IsEmpty && packages.TrueForAll(package => package.Results.IsEmpty))
                throw new UsageException($"No test has '{title}' in its title.");
            if (line.GetValue(junit) is { } file)
                OutputFile.Write(file, stream => JUnitReport.Write(stream, packages, sources.PathOf));
            if (line.GetValue(cobertura) is { } report)
                OutputFile.Write(
                    report,
                    stream =>
                        CoberturaReport.Write(
                            stream,
                            [.. packages.Select(package => package.Coverage).OfType<PolicyCoverage>()],
                            sources.PathOf));
            if (line.GetValue(markdown) is { } summary)
                OutputFile.Write(summary, stream => TestMarkdown.Write(stream, terminal, sources, diagnostics, packages));
            if (text is null)
                JsonReport.Write(terminal.Out, diagnostics, writer => new TestJson(sources).Write(writer, packages));
            else
                Summarize(terminal.Ink, text, diagnostics, packages);
            // What falls short stands beside the document and not in it, since the document holds the figures.
            var ink = text is null ? new Ink(terminal.Error, isColoured: false) : terminal.Ink;
            var isShort = line.GetValue(threshold) is { } least && new CoverageThreshold(least).Report(ink, packages);
            return diagnostics.IsEmpty && !isShort && packages.TrueForAll(package => package.Count(TestVerdict.Failed) == 0)
                ? ExitCode.Clean
                : ExitCode.Findings;
        }
    }

    private static void Summarize(Ink ink, TestText text, ImmutableArray<Diagnostic> diagnostics, List<TestedPackage> packages)
    {
        if (!diagnostics.IsEmpty)
            ink.Line($"{TextReport.Summary(diagnostics)}; what does not build is not tested", Tone.Bad);
        text.Summary(packages);
    }

    private static decimal? Percent(ArgumentResult result)
    {
        if (decimal.TryParse(
                result.Tokens[0].Value.TrimEnd('%'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percent)
            && percent <= 100)
            return percent;
        result.AddError($"'{result.Tokens[0].Value}' is no share; write a number of percent from 0 to 100.");
        return null;
    }
}
