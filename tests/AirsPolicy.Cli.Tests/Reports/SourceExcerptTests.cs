using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Tests.Reports;

public sealed class SourceExcerptTests
{
    [Fact]
    public void The_span_is_underlined() => Assert.Equal(
        "  |\n1 | abc def\n  |     ^^^\n", Excerpt("abc def\nnext", "def"));

    [Fact]
    public void Tabs_are_worked_out_before_and_inside_the_span() => Assert.Equal(
        "  |\n1 |     a   b c\n  |     ^^^^^\n", Excerpt("\ta\tb c", "a\tb"));

    [Fact]
    public void Wide_characters_take_two_cells_and_marks_none() => Assert.Equal(
        "  |\n1 | 漢字 e\u0301x y\n  |         ^\n", Excerpt("漢字 e\u0301x y", "y"));

    [Fact]
    public void A_place_between_characters_is_one_cell() => Assert.Equal(
        "  |\n1 | ab\n  |   ^\n", Excerpt("ab", new TextSpan(2, 2)));

    [Fact]
    public void Characters_that_act_on_the_terminal_or_hide_are_shown_by_number() => Assert.Equal(
        $"  |\n1 | a<U+001B>[31m<U+202E><U+200B> b\n  | {new string(' ', 30)}^\n", Excerpt("a\u001b[31m\u202e\u200b b", "b"));

    [Fact]
    public void A_span_over_lines_is_underlined_without_its_margin() => Assert.Equal(
        "  |\n1 | a { b\n  |   ^^^\n2 |   c\n  |   ^\n3 | } d\n  | ^\n", Excerpt("a { b\n  c\n} d", "{ b\n  c\n}"));

    [Fact]
    public void Of_a_long_span_the_first_and_last_lines_are_shown() => Assert.Equal(
        "   |\n 1 | 1\n   | ^\n 2 | 2\n   | ^\n.. |\n10 | 10\n   | ^^\n",
        Excerpt(string.Join('\n', Enumerable.Range(1, 10)), new TextSpan(0, 20)));

    [Fact]
    public void Of_a_long_line_the_part_around_the_span_is_shown()
    {
        var lines = Excerpt(new string('a', 5_000) + "HERE" + new string('b', 5_000), "HERE").Split('\n');
        Assert.Equal($"1 | …{new string('a', 40)}HERE{new string('b', 116)}…", lines[1]);
        Assert.Equal(lines[1].IndexOf("HERE", StringComparison.Ordinal), lines[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_line_is_never_cut_inside_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 400));
        for (var i = 0; i < text.Length; i++)
            Assert.DoesNotContain("<U+D", Excerpt(text, new TextSpan(i, i)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_a_file_behind_its_last_line_break_has_a_place() => Assert.Equal(
        "  |\n2 |\n  | ^\n", Excerpt("a\n", new TextSpan(2, 2)));

    private static string Excerpt(string text, string part)
    {
        var start = text.IndexOf(part, StringComparison.Ordinal);
        return Excerpt(text, new TextSpan(start, start + part.Length));
    }

    private static string Excerpt(string text, TextSpan span)
    {
        using var output = new StringWriter();
        SourceExcerpt.Write(new Ink(output, isColoured: false), SourceText.From(text), span, Tone.Bad);
        return output.ToString();
    }
}
