using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>The examples of the reference, parsed and bound.</summary>
internal static class DocumentedPolicies
{
    /// <summary>The text of the reference: its pages, each with one subject, of which the examples form one policy.</summary>
    public static string Reference { get; } =
        string.Concat(
            Directory
                .EnumerateFiles(Repository.PathOf("docs", "reference", "language"), "*.md")
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText));

    public static IReadOnlyList<SyntaxTree> Trees { get; } =
        [.. MarkdownExamples.Of(Reference, "# ").Select(example => SyntaxTree.Parse(SourceText.From(example.Source, example.Section)))];

    private static readonly Lazy<IReadOnlyList<PolicyAnalysis>> s_bound = new(() => [.. Trees.Select(Analyze)]);

    public static IEnumerable<PolicyModel> Models => s_bound.Value.Select(analysis => analysis.Model!);

    /// <summary>Every word of the language that an example uses.</summary>
    public static IReadOnlySet<Keyword> Words { get; } =
        Trees.SelectMany(tree => tree.Root.Tokens()).Where(token => !token.IsMissing).Select(token => token.Keyword).ToHashSet();

    /// <summary>Binds an example. It finds the libraries and the files that the reference shows.</summary>
    public static PolicyAnalysis Analyze(SyntaxTree tree) => PolicyAnalyzer.Analyze(PackageOf(tree), new ShownPackages());

    private static PackageSyntax PackageOf(SyntaxTree tree) => new(tree.Root.Header.Path.Text, [tree], new ShownFiles());

    private sealed class ShownPackages : IPackageLocator
    {
        private static readonly PackageLocator s_shipped = new([PackageFolder.Read(Repository.PathOf("policies"))]);

        private static IEnumerable<SyntaxTree> Libraries => Trees.Where(tree => !tree.Root.Header.IsPolicy);

        public PackageSyntax? Find(string name) =>
            Libraries.FirstOrDefault(tree => tree.Root.Header.Path.Text == name) is { } tree ? PackageOf(tree) : s_shipped.Find(name);

        public IReadOnlyCollection<string> Names => [.. Libraries.Select(tree => tree.Root.Header.Path.Text)];
    }

    private sealed class ShownFiles : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            // Weights are too long to be shown; those of the library stand under the same name.
            content = path.EndsWith(".weights", StringComparison.Ordinal)
                ? File.ReadAllText(Repository.PathOf("policies", "airs", "detect", path))
                : MarkdownExamples.FileOf(Reference, path);
            problem = content is null ? "the reference shows no such file" : null;
            return content is not null;
        }
    }
}
