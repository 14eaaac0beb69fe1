using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Language.Mutation;

/// <summary>The tests of a package, and the mutants of a package that it is or puts in force.</summary>
internal sealed class TestSuite
{
    private readonly PolicyModel _model;
    private readonly Dictionary<(SourcePlace, MutantKind, string), Mutant> _mutants;
    private readonly PatternLibrary _patterns = new();
    private readonly DetectorMemory _memory = new();
    private readonly List<(TestModel Test, TestVerdict Verdict, HashSet<SourcePlace> Asked)> _tests = [];

    /// <param name="analysis">The package with the tests.</param>
    /// <param name="package">The package that is changed.</param>
    public TestSuite(PolicyAnalysis analysis, string package)
    {
        _model = analysis.Model!;
        var changed = analysis.Packages.First(taken => taken.Name == package);
        _mutants = Mutants
            .Of(_model, package, DetectorPlaces.Of(changed))
            .ToDictionary(mutant => (mutant.Place, mutant.Kind, mutant.Change));
        var recorder = new CoverageRecorder();
        var interpreter = new PolicyInterpreter(_model, _patterns, _memory, recorder);
        foreach (var test in _model.Tests)
            _tests.Add((test, new PolicyTestRun(_model, interpreter).Run(test).Verdict, recorder.TakePlaces()));
    }

    /// <summary>The mutants as this package has them.</summary>
    public IEnumerable<Mutant> Changes => _mutants.Values;

    /// <summary>Whether a test fails of the policy itself, so that nothing can be learned from others that fail.</summary>
    public bool Fails => _tests.Any(test => test.Verdict == TestVerdict.Failed);

    /// <summary>Runs the tests that reach what is changed, up to the first that notices it.</summary>
    /// <returns>The test that notices it, or null; and how many reach it.</returns>
    public (string? NoticedBy, int Tests) Run(Mutant mutant)
    {
        // Where a system stands in a tier some conditions are settled, and nothing is left of them to be changed.
        if (!_mutants.TryGetValue((mutant.Place, mutant.Kind, mutant.Change), out var same))
            return (null, 0);
        var reaching = _tests.Where(test => same.AskedAt is null || test.Asked.Contains(same.AskedAt)).ToList();
        var changed = same.Make(_model);
        var interpreter = new PolicyInterpreter(changed, _patterns, _memory.Without(same.Detectors), coverage: null);
        foreach (var (test, verdict, _) in reaching)
        {
            // The machines of the run time are held against the interpreter where the policy's own tests run.
            if (new PolicyTestRun(changed, interpreter, withStateMachines: false).Run(test).Verdict != verdict)
                return (test.Title, reaching.Count);
        }
        return (null, reaching.Count);
    }

    /// <summary>Whether it provably decides everything as before.</summary>
    public bool IsEqual(Mutant mutant) => EquivalentMutant.Is(_model, mutant.Make(_model));
}
