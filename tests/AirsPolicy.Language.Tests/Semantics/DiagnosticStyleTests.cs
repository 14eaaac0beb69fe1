using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Tests.Corpus;

namespace AirsPolicy.Language.Tests.Semantics;

public class DiagnosticStyleTests
{
    public static TheoryData<string> Codes => [.. DiagnosticCatalogue.All.Select(descriptor => descriptor.Code)];

    private static IEnumerable<string> Messages =>
        from path in RepositoryFolder.Policies(RepositoryFolder.Corpus("diagnostics"))
        from expected in CorpusFile.Read(File.ReadAllText(path)).Expected
        select expected;

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_descriptor_has_a_code_of_an_area_a_title_and_an_explanation(string code)
    {
        var descriptor = Assert.Single(DiagnosticCatalogue.All, found => found.Code == code);
        Assert.Matches("^AIRS[1-8][0-9]{3}$", code);
        Assert.Matches("^[A-Z].*[^.]$", descriptor.Title);
        Assert.True(descriptor.Title.Length <= 60, descriptor.Title);
        Assert.Matches("[.!?)`]$", descriptor.Explanation);
        Assert.True(descriptor.Explanation.Length >= 40, $"{code} explains nothing.");
        Assert.NotEqual(descriptor.MessageFormat, descriptor.Explanation);
    }

    [Fact]
    public void Messages_are_sentences_without_blame()
    {
        foreach (var message in Messages)
        {
            Assert.True(message[^1] is '.' or '?', message);
            Assert.DoesNotContain("invalid", message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("illegal", message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("  ", message, StringComparison.Ordinal);
            Assert.DoesNotContain("''", message, StringComparison.Ordinal);
        }
    }
}
