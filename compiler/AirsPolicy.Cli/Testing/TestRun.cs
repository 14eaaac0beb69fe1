using System.Collections.Immutable;
using System.Diagnostics;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Mutation;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Cli.Testing;

/// <summary>Runs the tests of one package after the other, and says what comes of them as it is known.</summary>
/// <param name="text">Tells people of it; null where only the results count.</param>
internal sealed class TestRun(Terminal terminal, SourceIndex sources, TestText? text)
{
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
        var results = ImmutableArray.CreateBuilder<(PolicyTestResult, TimeSpan)>();
        var since = Stopwatch.GetTimestamp();
        var runner = new PolicyTestRunner(model, MeasuresCoverage);
        runner.Run(result =>
        {
            results.Add((result, Stopwatch.GetElapsedTime(since)));
            text?.Ended(result);
            since = Stopwatch.GetTimestamp();
        });
        var tested = new TestedPackage(model.Name, results.ToImmutable()) { Coverage = runner.Coverage };
        if (ShowsCoverage && text is not null)
            new CoverageText(terminal.Ink, sources).Write(tested.Coverage!);
        return Mutates ? tested with { Mutation = Mutate(analysis) } : tested;
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
}
