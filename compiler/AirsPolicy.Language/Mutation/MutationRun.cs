using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Runtime.Collections;

namespace AirsPolicy.Language.Mutation;

/// <summary>
/// Changes a policy in one thing after the other and runs its tests on each: what no test notices no test holds in place. A test that never evaluates what was changed is not run.
/// </summary>
public sealed class MutationRun
{
    private readonly PolicyModel _model;
    private readonly ValueList<Mutant> _mutants;
    private readonly PatternLibrary _patterns = new();
    private readonly DetectorMemory _memory = new();
    private readonly List<(TestModel Test, TestVerdict Verdict, HashSet<SourcePlace> Asked)> _tests = [];

    /// <param name="analysis">A package that builds.</param>
    /// <exception cref="ArgumentException">It does not build.</exception>
    public MutationRun(PolicyAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        _model = analysis.Model ?? throw new ArgumentException("What does not build has no mutants.", nameof(analysis));
        _mutants = Mutants.Of(_model, DetectorPlaces.Of(analysis.Packages[0]));
    }

    /// <summary>Runs the tests on every mutant, on all processors.</summary>
    /// <returns>What came of it; null where a test fails of the policy itself, so that nothing can be learned from others that fail.</returns>
    public MutationReport? Run(CancellationToken cancellation = default)
    {
        RunAsItIs();
        if (_tests.Any(test => test.Verdict == TestVerdict.Failed))
            return null;
        var results = new MutantResult[_mutants.Count];
        Parallel.For(0, results.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i => results[i] = Run(_mutants[i]));
        return new MutationReport(_model.Name, [.. results]);
    }

    private void RunAsItIs()
    {
        var recorder = new CoverageRecorder();
        var interpreter = new PolicyInterpreter(_model, _patterns, _memory, recorder);
        _tests.Clear();
        foreach (var test in _model.Tests)
            _tests.Add((test, new PolicyTestRun(_model, interpreter).Run(test).Verdict, recorder.TakePlaces()));
    }

    private MutantResult Run(Mutant mutant)
    {
        var reaching = _tests.Where(test => mutant.AskedAt is null || test.Asked.Contains(mutant.AskedAt)).ToList();
        var changed = mutant.Make(_model);
        var interpreter = new PolicyInterpreter(changed, _patterns, _memory.Without(mutant.Detectors), coverage: null);
        foreach (var (test, verdict, _) in reaching)
        {
            // The machines of the run time are held against the interpreter where the policy's own tests run.
            if (new PolicyTestRun(changed, interpreter, withStateMachines: false).Run(test).Verdict != verdict)
                return new MutantResult(mutant, MutantVerdict.Killed, test.Title, reaching.Count);
        }
        return new MutantResult(mutant, EquivalentMutant.Is(_model, changed) ? MutantVerdict.Equal : MutantVerdict.Survived, null, reaching.Count);
    }
}
