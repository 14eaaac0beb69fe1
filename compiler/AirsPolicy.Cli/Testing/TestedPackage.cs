using System.Collections.Immutable;
using AirsPolicy.Language.Evaluation.Testing;

namespace AirsPolicy.Cli.Testing;

/// <summary>The tests of one package and what they came to.</summary>
/// <param name="Name">The package.</param>
/// <param name="Results">One entry a test, in the order in which they ran, with how long it took.</param>
internal sealed record TestedPackage(string Name, ImmutableArray<(PolicyTestResult Result, TimeSpan Time)> Results)
{
    public int Count(TestVerdict verdict) => Results.Count(entry => entry.Result.Verdict == verdict);
}
