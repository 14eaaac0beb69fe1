using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.Language.Tests.Semantics;

public class SemanticCorpusTests
{
    private static readonly DiagnosticCorpus s_corpus = new(CorpusPackages.Diagnose);

    public static TheoryData<string> Files => [.. Names];

    // Names, controls, tools, governance and tests. The findings of files and schemas (AIRS29xx), and our own faults (AIRS79xx), have no
    // policy text to stand in.
    private static IEnumerable<string> Names =>
        RepositoryFolder
            .Policies(RepositoryFolder.Corpus("diagnostics"))
            .Select(path => Path.GetFileName(path)!)
            .Where(name => IsBound(name));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_corpus_file_gives_exactly_its_diagnostics(string name) =>
        s_corpus.Check(Path.Combine(RepositoryFolder.Corpus("diagnostics"), name));

    [Fact]
    public void Every_diagnostic_of_the_binder_has_a_corpus_file() =>
        Assert.Empty(
            DiagnosticCatalogue
                .All.Where(descriptor => IsBound(descriptor.Code))
                .Select(descriptor => descriptor.Code)
                .Except(Names.Select(name => name[..8])));

    [Fact]
    public void Every_corpus_file_is_of_a_diagnostic() =>
        Assert.Empty(Names.Select(name => name[..8]).Except(DiagnosticCatalogue.All.Select(descriptor => descriptor.Code)));

    private static bool IsBound(string code) => code[4] is >= '2' and <= '7' && code[..6] is not ("AIRS29" or "AIRS79");
}
