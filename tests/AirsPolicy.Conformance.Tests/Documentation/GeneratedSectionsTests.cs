namespace AirsPolicy.Conformance.Tests.Documentation;

public class GeneratedSectionsTests
{
    [Fact]
    public void The_reference_lists_the_facts_that_the_binder_knows() => AssertWritten("facts", FactTableText.Write());

    [Fact]
    public void The_reference_lists_the_readings_that_the_binder_knows() => AssertWritten("readings", FactTableText.WriteReadings());

    private static void AssertWritten(string name, string expected)
    {
        var (start, stop) = ($"<!-- {name}:begin -->\n", $"<!-- {name}:end -->");
        var path = Repository.PathOf("docs", "language.md");
        var markdown = File.ReadAllText(path);
        var begin = markdown.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var end = markdown.IndexOf(stop, StringComparison.Ordinal);
        if (Repository.Updates("AIRS_UPDATE_DOCS"))
            File.WriteAllText(path, string.Concat(markdown.AsSpan(0, begin), expected, markdown.AsSpan(end)));
        else
            Assert.True(markdown[begin..end] == expected, "docs/language.md is stale; run the tests once with AIRS_UPDATE_DOCS=1 and look at the difference.");
    }
}
