using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>The example policies of the repository, bound.</summary>
internal static class Examples
{
    /// <summary>The name of every policy under <c>policies/</c>.</summary>
    public static TheoryData<string> Names => [.. Folder.Packages.Select(package => package.Name)];

    /// <summary>The same names.</summary>
    public static IEnumerable<string> Packages => Folder.Packages.Select(package => package.Name);

    private static PackageFolder Folder { get; } = PackageFolder.Read(Repository.PathOf("policies"));

    public static PolicyModel Model(string name)
    {
        var analysis = PolicyAnalyzer.Analyze(Folder.Packages.Single(package => package.Name == name), new PackageLocator([Folder]));
        return analysis.Model ?? throw new InvalidOperationException($"'{name}' has errors: {string.Join('\n', analysis.Diagnostics)}");
    }
}
