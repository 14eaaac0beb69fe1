using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>Everything in <c>policies/</c> is what users are shown.</summary>
public class PoliciesTests
{
    public static TheoryData<string> Packages => Examples.Names;

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_shipped_policy_compiles_without_a_diagnostic_is_formatted_and_passes_its_tests(string name)
    {
        var package = Examples.Folder.Packages.Single(p => p.Name == name);
        var analysis = Examples.Analysis(name);
        Assert.Empty(analysis.Diagnostics.Select(d => d.ToString()));
        Assert.All(package.Trees, tree => Assert.Equal(tree.Source.Content, Formatter.Format(tree)));
        var results = new PolicyTestRunner(analysis.Model!).Run();
        Assert.True(results.Count > 0 || IsTestedElsewhere(name), "Nothing tests it.");
        // A test that is marked as a gap has found what it says.
        Assert.Empty(
            results
                .Where(result => result.Verdict == TestVerdict.Failed)
                .SelectMany(result => result.Findings)
                .Select(finding => finding.Message));
    }

    // What asks for tools, agents or a tier is tested by policies that put it in force.
    private static bool IsTestedElsewhere(string library) => Examples.Packages.Any(other =>
        Examples.Model(other).Tests.Count > 0 && Examples.Analysis(other).Packages.Any(taken => taken.Name == library));

    /// <summary>What ships was checked when it was made, and is not checked again where a policy takes it in.</summary>
    [Theory]
    [InlineData("meridian.aria")]
    [InlineData("chevrolet")]
    public void A_policy_means_the_same_with_the_copy_of_the_library_that_ships_as_with_its_folder(string name)
    {
        var package = Examples.Folder.Packages.Single(p => p.Name == name);
        var shipped = PolicyAnalyzer.Analyze(package, new PackageLocator([PackageFolder.Read(Repository.PathOf("policies", "examples"))]));
        Assert.Empty(shipped.Diagnostics.Select(d => d.ToString()));
        Assert.Equal(Examples.Model(name), shipped.Model);
    }
}
