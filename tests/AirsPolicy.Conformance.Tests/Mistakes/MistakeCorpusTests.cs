using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Mistakes;

/// <summary>
/// The mistakes that a rule engine easily lets pass, a file each. A file is refused by the diagnostics under its lines, or means what it
/// says: then it has tests, which both engines pass. <c>AIRS_UPDATE_CORPUS=1</c> writes the diagnostics anew.
/// </summary>
public sealed class MistakeCorpusTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "corpus", "mistakes");

    private static readonly string[] s_refused = ["foreign_operators", "list_in_a_condition", "misspelt_fact"];

    private static readonly string[] s_enforced =
    [
        "argument_named_like_a_fact",
        "boolean_fact",
        "contains_on_a_text",
        "decimal_equal_to_integer",
        "negative_bound",
        "not_before_a_comparison",
        "parenthesised_comparison",
    ];

    public static TheoryData<string> RefusedFiles => [.. s_refused];

    public static TheoryData<string> EnforcedFiles => [.. s_enforced];

    [Fact]
    public void Every_file_is_listed_as_refused_or_as_enforced() =>
        Assert.Equal(
            s_refused.Concat(s_enforced).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(s_folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RefusedFiles))]
    public void Each_control_of_a_refused_file_has_its_one_error(string name)
    {
        var (path, file, analysis) = Read(name);
        if (Repository.Updates("AIRS_UPDATE_CORPUS"))
            File.WriteAllText(path, CorpusFile.Write(file.Clean, analysis.Diagnostics));
        else
            Assert.Equal(file.Expected, analysis.Diagnostics.Select(found => CorpusFile.Describe(found.Source, found)));
        Assert.Null(analysis.Model);
        var source = analysis.Package.Trees[0].Source;
        var controls = file
            .Clean.Split('\n')
            .Index()
            .Where(line => line.Item.StartsWith("control ", StringComparison.Ordinal))
            .Select(line => line.Index);
        Assert.Equal(controls, analysis.Diagnostics.Select(found => source.LineOf(found.Span.Start)));
    }

    [Theory]
    [MemberData(nameof(EnforcedFiles))]
    public void An_enforced_file_passes_its_tests_in_both_engines(string name)
    {
        var (_, file, analysis) = Read(name);
        Assert.Empty(file.Expected);
        Assert.Empty(analysis.Diagnostics.Select(found => found.ToString()));
        var model = analysis.Model!;
        var results = new PolicyTestRunner(model).Run();
        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(result => result.Findings).Select(finding => finding.Message));

        // The host takes a bundle only if the emitted code decides every request of its tests as the interpreter did.
        Assert.NotEmpty(TestVectors.From(model));
        Assert.Null(new PolicyHost(new PolicyHostOptions { AllowUnsigned = true }).Load(BundleBuilder.Build(model)).Reason);
    }

    private static (string Path, CorpusFile File, PolicyAnalysis Analysis) Read(string name)
    {
        var path = Path.Combine(s_folder, $"{name}.airs");
        var file = CorpusFile.Read(File.ReadAllText(path));
        var tree = SyntaxTree.Parse(SourceText.From(file.Clean, $"{name}.airs"));
        return (
            path,
            file,
            PolicyBinder.Bind(new PackageSyntax(tree.Root.Header.Path.Text, [tree], new FolderFiles(s_folder)), new PackageLocator([])));
    }
}
