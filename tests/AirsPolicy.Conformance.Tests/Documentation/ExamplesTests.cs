using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Documentation;

public class ExamplesTests
{
    public static TheoryData<string> Documents => ["docs/language.md", "README.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_policy_in_the_documentation_compiles_without_a_diagnostic(string document)
    {
        var examples = MarkdownExamples.Of(File.ReadAllText(Repository.PathOf(document))).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
        {
            var tree = SyntaxTree.Parse(SourceText.From(example.Source, $"{document}#{example.Section}"));
            var package = new PackageSyntax(tree.Root.Header.Path.Text, [tree], new NoFiles());
            Assert.Empty(PolicyAnalyzer.Analyze(package, new NoPackages()).Diagnostics.Select(d => d.ToString()));
        });
    }

    private sealed class NoPackages : IPackageLocator
    {
        public PackageSyntax? Find(string name) => null;

        public IReadOnlyCollection<string> Names => [];
    }

    private sealed class NoFiles : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            (content, problem) = (null, "documentation has no files");
            return false;
        }
    }
}
