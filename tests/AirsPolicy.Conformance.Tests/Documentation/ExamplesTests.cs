using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Documentation;

public class ExamplesTests
{
    // Pages of diagnostics show what is wrong, and are written from a corpus that is compiled.
    public static TheoryData<string> Documents =>
    [
        "README.md",
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("docs/reference/diagnostics/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(Repository.PathOf(file)).Contains("```airs")).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_policy_in_the_documentation_compiles_without_an_error_or_a_warning(string document)
    {
        var examples = MarkdownExamples
            .Of(
                File.ReadAllText(Repository.PathOf(document)),
                document.StartsWith("docs/reference/language/", StringComparison.Ordinal) ? "# " : "## ")
            .ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Empty(
            DocumentedPolicies.Analyze(SyntaxTree.Parse(SourceText.From(example.Source, $"{document}#{example.Section}"))).Diagnostics
                .Where(found => found.Severity != DiagnosticSeverity.Notice).Select(found => found.ToString())));
    }
}
