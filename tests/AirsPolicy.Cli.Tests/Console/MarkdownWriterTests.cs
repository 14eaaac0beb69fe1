using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Console;

public sealed class MarkdownWriterTests : IDisposable
{
    private readonly StringWriter _text = new() { NewLine = "\n" };

    [Fact]
    public void A_table_has_a_line_below_its_titles()
    {
        new MarkdownWriter(_text).Table(["a", "b"], [["1", "2"]]);
        Assert.Equal("| a | b |\n| --- | --- |\n| 1 | 2 |\n\n", _text.ToString());
    }

    [Fact]
    public void Nothing_in_a_text_ends_its_block()
    {
        new MarkdownWriter(_text).Text("a\n```\n# b ````\n");
        Assert.Equal("`````text\na\n```\n# b ````\n`````\n\n", _text.ToString());
    }

    [Fact]
    public void What_is_too_long_ends_at_a_line_and_says_how_much_is_missing()
    {
        new MarkdownWriter(_text).Text(string.Join('\n', Enumerable.Repeat(new string('x', 99), 203)));
        Assert.EndsWith("x\n```\n\n3 more lines are not shown.\n\n", _text.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _text.Dispose();
}
