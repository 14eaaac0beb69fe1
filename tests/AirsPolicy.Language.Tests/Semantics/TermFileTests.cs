using AirsPolicy.Language.Semantics;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Tests.Semantics;

public class TermFileTests
{
    [Fact]
    public void A_file_stands_for_its_lines()
    {
        var read = Detector(
            "match file \"terms.txt\" weighs 40%  except file \"not.txt\"",
            ("terms.txt", "// Seen in May.\r\n\r\n  ignore your rules \r\n/\\bpass(word|code)\\b/i\n/ab+c/\nignore your rules\n"),
            ("not.txt", "ignore your rules, please"));
        var written = Detector(
            "match \"ignore your rules\", /\\bpass(word|code)\\b/i, /ab+c/ weighs 40%  except \"ignore your rules, please\"");
        Assert.Equal(written, read);
    }

    [Fact]
    public void The_file_lies_among_the_sources_of_the_policy()
    {
        var model = Bind("match file \"lists/terms.txt\"", ("lists/terms.txt", "a\r\nb\r\n")).Model!;
        Assert.Equal("a\nb\n", model.Sources.Single(source => source.Path == "p/lists/terms.txt").Content);
    }

    [Theory]
    [InlineData("a\n---", "line 2 has no letter or digit once it is folded, so it can never be found")]
    [InlineData(
        "/etc/passwd",
        "line 1 begins with '/' as a pattern does, which ends with '/' or '/i'; a term that begins with a slash is written as a pattern " +
        "as well, with '\\/'"
    )]
    [InlineData(
        "/",
        "line 1 begins with '/' as a pattern does, which ends with '/' or '/i'; a term that begins with a slash is written as a pattern " +
        "as well, with '\\/'"
    )]
    [InlineData("a\n\n/(b/", "line 3 has a pattern that cannot be read")]
    [InlineData("/b*/", "line 1 has a pattern that matches the empty text")]
    [InlineData("a\u202Eb", "line 1 holds the character U+202E, which nobody sees")]
    [InlineData("// Nothing yet.\n", "it has no term and no pattern")]
    public void What_is_wrong_with_a_file_is_said_with_its_line(string content, string problem)
    {
        var found = Binding.Single(Bind("match file \"terms.txt\"", ("terms.txt", content)));
        Assert.Equal("AIRS3032", found.Code);
        Assert.StartsWith($"The terms of 'terms.txt' cannot be used: {problem}", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_has_at_most_ten_thousand_terms_and_patterns()
    {
        var terms = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"term {i}\n"));
        Assert.Equal(10_000, Detector("match file \"terms.txt\"", ("terms.txt", terms)).Items.Count);
        Assert.EndsWith(
            "it has more than 10,000 terms and patterns.",
            Binding.Single(Bind("match file \"terms.txt\"", ("terms.txt", terms + "one more"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_every_text_is_read_for_is_named_by_its_line()
    {
        var found = Binding.Single(Bind("match file \"terms.txt\"", ("terms.txt", "a\n/\\w+ \\w+/\n")));
        Assert.Equal("AIRS3027", found.Code);
        Assert.StartsWith("No match of the pattern in line 2 of 'terms.txt' has to hold", found.Message, StringComparison.Ordinal);
    }

    private static DetectorDefinition Detector(string members, params (string Path, string Content)[] files) =>
        Assert.Single(Bind(members, files).Model!.Detectors);

    private static PolicyAnalysis Bind(string members, params (string Path, string Content)[] files) =>
        Binding.Of(
            files.ToDictionary(file => file.Path, file => file.Content),
            Binding.Policy($"detector d {{ {members} }}", "control c { at output when d.found(text) then block }"));
}
