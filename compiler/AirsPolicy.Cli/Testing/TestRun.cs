using System.Collections.Immutable;
using System.Diagnostics;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Mutation;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Cli.Testing;

/// <summary>Runs the tests of one package after the other, and says what comes of them as it is known.</summary>
/// <param name="text">Tells people of it; null where only the results count.</param>
internal sealed class TestRun(Terminal terminal, SourceIndex sources, TestText? text)
{
    private readonly Dictionary<PolicyAnalysis, ExecutedTests> _executed = new(ReferenceEqualityComparer.Instance);

    /// <summary>Say what the tests have seen.</summary>
    public bool ShowsCoverage { get; init; }

    /// <summary>Keep what the tests have seen.</summary>
    public bool MeasuresCoverage { get; init; }

    /// <summary>All packages that are tested; those that put another in force test that as well.</summary>
    public IReadOnlyList<PolicyAnalysis> Tested { get; init; } = [];

    /// <summary>Run only the tests whose title holds this, whatever the case of its letters; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Ask which changes the tests notice.</summary>
    public bool Mutates { get; init; }

    /// <param name="analysis">A package that builds.</param>
    public TestedPackage Run(PolicyAnalysis analysis)
    {
        var model = Selected(analysis.Model!);
        if (model.Tests.Count > 0 || (ShowsCoverage || Mutates) && model.Controls.Count > 0)
            text?.Begin(model.Name);
        // What is seen of a library is known once the tests of all have run that put it in force.
        var ran = MeasuresCoverage ? Executed(analysis) : Execute(analysis, text);
        if (MeasuresCoverage)
        {
            foreach (var (result, _) in ran.Results)
                text?.Ended(result);
        }
        var tested = new TestedPackage(model.Name, ran.Results)
        {
            Coverage = MeasuresCoverage ? PolicyCoverage.Of(model, Seen(analysis)) : null,
        };
        if (ShowsCoverage && text is not null)
            new CoverageText(terminal.Ink, sources).Write(tested.Coverage!);
        return Mutates ? tested with { Mutation = Mutate(analysis) } : tested;
    }

    private CoverageRecorder Seen(PolicyAnalysis analysis) => CoverageRecorder.Joined(
        Tested.Append(analysis).Distinct()
            .Where(other => other.Model is not null && other.Packages.Any(package => package.Name == analysis.Package.Name))
            .Select(other => Executed(other).Recorder!));

    private ExecutedTests Executed(PolicyAnalysis analysis)
    {
        if (!_executed.TryGetValue(analysis, out var ran))
            _executed.Add(analysis, ran = Execute(analysis, told: null));
        return ran;
    }

    private ExecutedTests Execute(PolicyAnalysis analysis, TestText? told)
    {
        var results = ImmutableArray.CreateBuilder<(PolicyTestResult, TimeSpan)>();
        var since = Stopwatch.GetTimestamp();
        var runner = new PolicyTestRunner(Selected(analysis.Model!), MeasuresCoverage);
        runner.Run(result =>
        {
            results.Add((result, Stopwatch.GetElapsedTime(since)));
            told?.Ended(result);
            since = Stopwatch.GetTimestamp();
        });
        return new ExecutedTests(results.ToImmutable(), runner.Recorder);
    }

    private PolicyModel Selected(PolicyModel model) => Filter is null
        ? model
        : model with { Tests = model.Tests.Where(test => test.Title.Contains(Filter, StringComparison.OrdinalIgnoreCase)).ToValueList() };

    private MutationReport? Mutate(PolicyAnalysis analysis)
    {
        MutationReport? report;
        using (var progress = Progress.Of(terminal, "mutating", "changes", isJson: text is null))
            report = new MutationRun(analysis, Tested).Run((done, all) => progress?.Report(done, all));
        if (text is not null && report is not { Results.Count: 0 })
            new MutationText(terminal.Ink, sources).Write(report);
        terminal.Out.Flush();
        return report;
    }

    /// <param name="Results">The tests of a package with what they came to.</param>
    /// <param name="Recorder">What they have seen; null where that is not measured.</param>
    private sealed record ExecutedTests(ImmutableArray<(PolicyTestResult, TimeSpan)> Results, CoverageRecorder? Recorder);
}
