using AirsPolicy.Conformance.Tests.Differential;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>
/// The cases of the framework about PACE and breakers, by the names they have there: each is covered by a policy test of ours over the plan
/// of the library.
/// </summary>
public sealed class FrameworkPaceCasesTests
{
    private static readonly PackageFolder s_folder = PackageFolder.Read(Repository.PathOf("tests/corpus/framework/pace"));

    private static readonly PackageLocator s_locator = new([s_folder, PackageFolder.Read(Repository.PathOf("policies"))]);

    public static TheoryData<string> Policies => [.. s_folder.Packages.Select(package => package.Name)];

    [Fact]
    public void Every_case_has_a_test()
    {
        int[] counts = [12, 13, 9, 3, 11, 2, 12];
        Assert.Equal(counts, FrameworkPaceCases.All.GroupBy(row => row.Group).Select(group => group.Count()));
        Assert.Equal(FrameworkPaceCases.All.Count, FrameworkPaceCases.All.Select(row => (row.Group, row.Id)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_case_is_covered_by_a_policy_test_that_passes(string policy)
    {
        var results = new PolicyTestRunner(Model(policy)).Run();
        Assert.Empty(results.SelectMany(result => result.Findings).Select(finding => finding.Message));
        var passed = results.Where(result => result.Verdict == TestVerdict.Passed).Select(result => result.Test.Title).ToHashSet();
        Assert.Empty(
            FrameworkPaceCases.All.Where(row => row.Policy == policy && !passed.Contains(row.Test)).Select(row => $"{row.Id}: {row.Test}"));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_policies_are_formatted_and_have_no_diagnostic(string policy)
    {
        var package = s_folder.Packages.Single(known => known.Name == policy);
        Assert.Empty(PolicyAnalyzer.Analyze(package, s_locator).Diagnostics.Select(found => found.ToString()));
        Assert.All(package.Trees, tree => Assert.Equal(tree.Source.Content, Formatter.Format(tree)));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_tool_says_what_becomes_of_its_calls_under_way(string policy) =>
        Assert.All(Model(policy).Tools, tool => Assert.NotNull(tool.OnStop));

    [Theory]
    [MemberData(nameof(Policies))]
    public void Emitted_code_decides_the_cases_as_the_interpreter_does(string policy)
    {
        var model = Model(policy);
        using var emitted = new EmittedEngine(model);
        var differences = new Differences();
        foreach (var (vector, decision) in emitted.Repeat(TestVectors.From(model)))
            differences.Compare($"'{policy}' at '{vector.Point}' on {vector.Facts}", vector.Decision, decision);
        differences.AssertNone();
    }

    private static PolicyModel Model(string name)
    {
        var analysis = PolicyAnalyzer.Analyze(s_folder.Packages.Single(package => package.Name == name), s_locator);
        return analysis.Model ?? throw new InvalidOperationException($"'{name}' has errors: {string.Join('\n', analysis.Diagnostics)}");
    }
}
