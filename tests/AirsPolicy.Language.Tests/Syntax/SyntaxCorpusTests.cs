using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.Language.Tests.Syntax;

public class SyntaxCorpusTests
{
    private static readonly DiagnosticCorpus s_corpus = new(source => SyntaxTree.Parse(source).Diagnostics);

    public static TheoryData<string> SyntaxFiles =>
        [.. Names];

    private static IEnumerable<string> Names =>
        RepositoryFolder
            .Policies(RepositoryFolder.Corpus("diagnostics"))
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name.StartsWith("AIRS1", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(SyntaxFiles))]
    public void A_corpus_file_gives_exactly_its_diagnostics(string name) =>
        s_corpus.Check(Path.Combine(RepositoryFolder.Corpus("diagnostics"), name));

    [Fact]
    public void Every_syntax_diagnostic_has_a_corpus_file() =>
        Assert.Empty(DiagnosticCatalogue.All
            .Where(descriptor => descriptor.Code.StartsWith("AIRS1", StringComparison.Ordinal))
            .Select(descriptor => descriptor.Code + ".airs")
            .Except(Names));

    [Fact]
    public void No_code_is_used_twice() =>
        Assert.Equal(DiagnosticCatalogue.All.Length, DiagnosticCatalogue.All.Select(descriptor => descriptor.Code).Distinct().Count());
}
