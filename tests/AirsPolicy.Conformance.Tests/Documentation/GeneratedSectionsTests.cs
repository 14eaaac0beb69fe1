namespace AirsPolicy.Conformance.Tests.Documentation;

public class GeneratedSectionsTests
{
    private const string Begin = "<!-- facts:begin -->\n";
    private const string End = "<!-- facts:end -->";

    [Fact]
    public void The_reference_lists_the_facts_that_the_binder_knows()
    {
        var path = Repository.PathOf("docs", "language.md");
        var markdown = File.ReadAllText(path);
        var begin = markdown.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = markdown.IndexOf(End, StringComparison.Ordinal);
        var expected = FactTableText.Write();
        if (Repository.Updates("AIRS_UPDATE_DOCS"))
            File.WriteAllText(path, string.Concat(markdown.AsSpan(0, begin), expected, markdown.AsSpan(end)));
        else
            Assert.True(markdown[begin..end] == expected, "docs/language.md is stale; run the tests once with AIRS_UPDATE_DOCS=1 and look at the difference.");
    }
}
