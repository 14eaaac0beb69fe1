using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Documentation;

public class ExamplesTests
{
    public static TheoryData<string> Documents => ["docs/language.md", "README.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_policy_in_the_documentation_compiles_without_an_error_or_a_warning(string document)
    {
        var examples = MarkdownExamples.Of(File.ReadAllText(Repository.PathOf(document))).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Empty(
            DocumentedPolicies.Analyze(SyntaxTree.Parse(SourceText.From(example.Source, $"{document}#{example.Section}"))).Diagnostics
                .Where(found => found.Severity != DiagnosticSeverity.Notice).Select(found => found.ToString())));
    }
}
