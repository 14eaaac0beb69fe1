using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>A policy that stands in a test, bound without a warning or an error.</summary>
internal static class BoundPolicy
{
    public static PolicyModel Of(string source) => Of(source, new Dictionary<string, string>());

    /// <param name="files">The files of its package, by path.</param>
    public static PolicyModel Of(string source, IReadOnlyDictionary<string, string> files) => Of(Package(source, new Files(files)), []);

    /// <param name="library">A package that it takes in.</param>
    public static PolicyModel Of(string source, string library) =>
        Of(Package(source, new NoFiles()), [new PackageFolder("library", [Package(library, new NoFiles())], [])]);

    /// <summary>A policy that was drawn at random, in which rules may say nothing that others do not.</summary>
    public static PolicyModel Drawn(string source) => WithoutErrors(source) ?? Of(source);

    /// <summary>What is found in a policy that uses the library.</summary>
    public static IReadOnlyList<Diagnostic> Findings(string source)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source, "a.airs"));
        var library = new PackageLocator([Examples.Folder]);
        return PolicyAnalyzer.Analyze(new PackageSyntax(tree.Root.Header.Path.Text, [tree], new NoFiles()), library).Diagnostics;
    }

    /// <summary>A policy that stands in a test, or null where the compiler refuses it; warnings are no errors.</summary>
    public static PolicyModel? WithoutErrors(string source)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source, "a.airs"));
        var analysis = PolicyAnalyzer.Analyze(new PackageSyntax(tree.Root.Header.Path.Text, [tree], new NoFiles()), new PackageLocator([]));
        return analysis.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? null : analysis.Model!;
    }

    private static PolicyModel Of(PackageSyntax package, IReadOnlyList<PackageFolder> libraries)
    {
        var analysis = PolicyAnalyzer.Analyze(package, new PackageLocator(libraries));
        Assert.Empty(
            analysis.Diagnostics.Where(found => found.Descriptor.Severity > DiagnosticSeverity.Notice).Select(found => found.ToString()));
        return analysis.Model!;
    }

    private static PackageSyntax Package(string source, IPackageFiles files)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source, "a.airs"));
        return new PackageSyntax(tree.Root.Header.Path.Text, [tree], files);
    }

    private sealed class Files(IReadOnlyDictionary<string, string> files) : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            problem = "there is no such file";
            return files.TryGetValue(path, out content);
        }
    }

    private sealed class NoFiles : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            (content, problem) = (null, "there are no files");
            return false;
        }
    }
}
