using System.Collections.Immutable;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Mutation;

namespace AirsPolicy.Cli.Testing;

/// <summary>The tests of one package and what they came to.</summary>
/// <param name="Name">The package.</param>
/// <param name="Results">One entry a test, in the order in which they ran, with how long it took.</param>
internal sealed record TestedPackage(string Name, ImmutableArray<(PolicyTestResult Result, TimeSpan Time)> Results)
{
    /// <summary>What the tests have seen of the policy; null where that is not measured.</summary>
    public PolicyCoverage? Coverage { get; init; }

    /// <summary>Which changes of the policy the tests notice; null where that is not measured, or a test fails.</summary>
    public MutationReport? Mutation { get; init; }

    public int Count(TestVerdict verdict) => Results.Count(entry => entry.Result.Verdict == verdict);
}
