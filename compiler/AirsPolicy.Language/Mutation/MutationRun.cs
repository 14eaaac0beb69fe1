using AirsPolicy.Collections;
using AirsPolicy.Language.Semantics;

namespace AirsPolicy.Language.Mutation;

/// <summary>
/// Changes a policy in one thing after the other and runs its tests on each: what no test notices no test holds in place. A test that never
/// evaluates what was changed is not run. What a library says of tools and tiers is tested by those that put it in force, so that their
/// tests are asked as well.
/// </summary>
internal sealed class MutationRun
{
    private readonly string _package;
    private readonly ValueList<Mutant> _mutants;
    private readonly TestSuite _own;
    private readonly List<TestSuite> _others;

    /// <param name="analysis">A package that builds.</param>
    /// <param name="others">
    /// Packages with tests; of those that put it in force, and whose own tests pass, the tests are asked as well.
    /// </param>
    /// <exception cref="ArgumentException">It does not build.</exception>
    public MutationRun(PolicyAnalysis analysis, params IEnumerable<PolicyAnalysis> others)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(others);
        _package = analysis.Model?.Name ?? throw new ArgumentException("What does not build has no mutants.", nameof(analysis));
        _own = new TestSuite(analysis, _package);
        _mutants = _own.Changes.ToValueList();
        _others =
            _mutants.Count == 0 || _own.Fails
                ? []
                :
                [
                    .. others
                        .Where(other => other.Model is { Tests.Count: > 0 } && Extends(other, _package))
                        .Select(other => new TestSuite(other, _package))
                        .Where(other => !other.Fails),
                ];
    }

    /// <summary>Runs the tests on every mutant, on all processors.</summary>
    /// <param name="ended">Told how many mutants of how many have been tried, from any thread and in any order; or null.</param>
    /// <returns>
    /// What came of it; null where a test fails of the policy itself, so that nothing can be learned from others that fail.
    /// </returns>
    public MutationReport? Run(Action<int, int>? ended = null, CancellationToken cancellation = default)
    {
        if (_own.Fails)
            return null;
        var results = new MutantResult[_mutants.Count];
        var done = 0;
        Parallel.For(
            0,
            results.Length,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                results[i] = Run(_mutants[i]);
                ended?.Invoke(Interlocked.Increment(ref done), results.Length);
            }
        );
        return new MutationReport(_package, [.. results]);
    }

    private static bool Extends(PolicyAnalysis other, string package) =>
        other.Packages is [var root, ..] && root.InForce().Skip(1).Any(taken => taken.Name == package);

    private MutantResult Run(Mutant mutant)
    {
        var tests = 0;
        foreach (var suite in _others.Prepend(_own))
        {
            var (noticedBy, reaching) = suite.Run(mutant);
            tests += reaching;
            if (noticedBy is not null)
                return new MutantResult(mutant, MutantVerdict.Killed, noticedBy, tests);
        }
        return new MutantResult(mutant, _own.IsEqual(mutant) ? MutantVerdict.Equal : MutantVerdict.Survived, null, tests);
    }
}
