using System.Collections.Concurrent;
using AirsPolicy.Collections;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>The policies of the repository, each analysed, tested and built once for all tests that need it.</summary>
internal static class Examples
{
    private static readonly ConcurrentDictionary<string, Lazy<PolicyAnalysis>> s_analyses = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Lazy<ValueList<TestVector>>> s_vectors = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> s_bundles = new(StringComparer.Ordinal);

    /// <summary>The folder <c>policies/</c>.</summary>
    public static PackageFolder Folder { get; } = PackageFolder.Read(Repository.PathOf("policies"));

    /// <summary>The name of every policy in it.</summary>
    public static TheoryData<string> Names => [.. Packages];

    /// <summary>
    /// Every example, and a part of the library and of what tests it: for what takes long and hangs little on which policy it is. All of
    /// them in a thorough run.
    /// </summary>
    public static IEnumerable<string> Some =>
        Packages.Where((name, index) => index % EachOfThose == 0 || !IsLibrary(name) || Laws.AreThorough);

    private const int EachOfThose = 6;

    private static bool IsLibrary(string name) =>
        name.StartsWith("airs.", StringComparison.Ordinal) || name.StartsWith("tests.", StringComparison.Ordinal);

    /// <summary>The same names.</summary>
    public static IEnumerable<string> Packages => Folder.Packages.Select(package => package.Name);

    /// <summary>What is found in a policy, with the folder as its library.</summary>
    public static PolicyAnalysis Analysis(string name) => Once(
        s_analyses,
        name,
        () => PolicyAnalyzer.Analyze(Folder.Packages.Single(package => package.Name == name), new PackageLocator([Folder])));

    public static PolicyModel Model(string name) =>
        Analysis(name).Model
        ?? throw new InvalidOperationException($"'{name}' has errors: {string.Join('\n', Analysis(name).Diagnostics)}");

    /// <summary>The requests of its tests, as the interpreter decides them.</summary>
    public static ValueList<TestVector> Vectors(string name) => Once(s_vectors, name, () => TestVectors.From(Model(name)));

    /// <summary>Its bundle without them, which costs a host less to load.</summary>
    public static byte[] Bundle(string name) => Once(s_bundles, name, () => BundleBuilder.Build(Model(name), []));

    private static T Once<T>(ConcurrentDictionary<string, Lazy<T>> known, string name, Func<T> make) =>
        known.GetOrAdd(name, _ => new Lazy<T>(make)).Value;
}
