using System.Collections.Immutable;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Cli.Testing;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Cli.Making;

/// <summary>Checks and tests all policies of a workspace and, where nothing is wrong with any of them, builds them.</summary>
/// <param name="format">How findings are written: "text" or "msbuild".</param>
internal sealed class MakeRun(Terminal terminal, Workspace workspace, string format)
{
    /// <summary>Run the tests of the policies.</summary>
    public bool Tests { get; init; }

    /// <summary>Take warnings for errors.</summary>
    public bool Strict { get; init; }

    /// <summary>Write the C# of the policies beside the bundles.</summary>
    public bool Emits { get; init; }

    /// <summary>The exit code.</summary>
    /// <param name="folder">Where the bundles go.</param>
    /// <param name="asOf">The day as of which waivers and reviews are judged.</param>
    public int Run(string folder, DateOnly asOf)
    {
        var analyses = workspace.Analyze(asOf);
        ImmutableArray<Diagnostic> diagnostics = [.. workspace.DiagnosticsOf(analyses).Select(found => Strict ? Stricter(found) : found)];
        ReportFormat.Write(terminal, format, diagnostics, workspace.FileCount);
        if (diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error))
            return ExitCode.Of(diagnostics);
        if (Tests && !Passes(analyses))
            return ExitCode.Findings;
        new BundleFolder(terminal, folder).Write(
            [.. analyses.Select(analysis => analysis.Model).OfType<PolicyModel>().Where(model => model.Deployable)],
            Emits);
        return ExitCode.Clean;
    }

    private static Diagnostic Stricter(Diagnostic found) => found.Severity == DiagnosticSeverity.Warning
        ? found with { Descriptor = found.Descriptor with { Severity = DiagnosticSeverity.Error } }
        : found;

    private bool Passes(ImmutableArray<PolicyAnalysis> analyses)
    {
        var sources = new SourceIndex(workspace.Packages);
        var text = format == "text" ? new TestText(terminal, sources) : null;
        var run = new TestRun(terminal, sources, text) { Tested = [.. analyses] };
        var packages = analyses.Select(run.Run).ToList();
        text?.Summary(packages);
        if (text is null)
            WriteFailures(packages, sources);
        return packages.TrueForAll(package => package.Count(TestVerdict.Failed) == 0);
    }

    private void WriteFailures(List<TestedPackage> packages, SourceIndex sources)
    {
        foreach (
            var result in packages
                .SelectMany(package => package.Results)
                .Select(entry => entry.Result)
                .Where(result => result.Verdict == TestVerdict.Failed))
        {
            foreach (var finding in result.Findings)
            {
                var place = BuildReport.Place(sources.PathOf(finding.Place), finding.Place.Line, finding.Place.Column);
                BuildReport.Write(terminal.Out, place, "error ", $"The test '{result.Test.Title}' fails: {finding.Message}");
            }
        }
    }
}
