using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Compiler.Tests.Models;

/// <summary>A policy that stands in a test, bound without a warning or an error.</summary>
internal static class BoundPolicy
{
    public static PolicyModel Of(string source) => Of(source, new Dictionary<string, string>());

    /// <param name="files">The files of its package, by path.</param>
    public static PolicyModel Of(string source, IReadOnlyDictionary<string, string> files)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source, "a.airs"));
        var analysis = PolicyAnalyzer.Analyze(
            new PackageSyntax(tree.Root.Header.Path.Text, [tree], new Files(files)),
            new PackageLocator([]));
        Assert.Empty(analysis.Diagnostics.Where(found => found.Severity > DiagnosticSeverity.Notice).Select(found => found.ToString()));
        return analysis.Model!;
    }

    private sealed class Files(IReadOnlyDictionary<string, string> files) : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            problem = "there is no such file";
            return files.TryGetValue(path, out content);
        }
    }
}
