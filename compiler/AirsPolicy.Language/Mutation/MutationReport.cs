using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;

namespace AirsPolicy.Language.Mutation;

/// <summary>What the tests of a package notice.</summary>
/// <param name="Package">The package.</param>
/// <param name="Results">One entry a mutant, in the order of files and places.</param>
internal sealed record MutationReport(string Package, ValueList<MutantResult> Results)
{
    /// <summary>The mutants that tests notice, of those that decide anything otherwise.</summary>
    public CoverageCount Score => new(Count(MutantVerdict.Killed), Results.Count - Count(MutantVerdict.Equal));

    /// <summary>How many mutants came to this.</summary>
    public int Count(MutantVerdict verdict) => Results.Count(result => result.Verdict == verdict);
}
