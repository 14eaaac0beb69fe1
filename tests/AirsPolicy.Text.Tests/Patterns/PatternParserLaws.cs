using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Parsing;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Text.Tests.Patterns;

public sealed class PatternParserLaws
{
    private static readonly string[] s_pieces =
    [
        "a",
        "(",
        "(",
        ")",
        ")",
        "[",
        "]",
        "{",
        "}",
        "1",
        "2",
        ",",
        "*",
        "+",
        "?",
        "|",
        "^",
        "$",
        ".",
        "-",
        "\\",
        "\\u",
        "\\x",
        "\\p{",
        "(?",
        "(?:",
        "(?i:",
        "(?<",
        "[:",
        ":]",
        "😀",
        "\uD83D",
        "\uDE00",
        "\0",
        "é",
        "L",
        "d",
    ];

    [Fact]
    public void Any_source_gives_a_tree_or_errors_in_order_inside_it()
    {
        var sources = from count in Gen.Choose(0, 30) from parts in Gen.ArrayOf(Gen.Elements(s_pieces), count) select string.Concat(parts);
        Prop.ForAll(sources.ToArbitrary(), source =>
        {
            var parse = PatternParser.Parse(source, PatternOptions.None);
            Assert.Equal(parse.Tree is null, parse.Errors.Count > 0);
            var from = 0;
            foreach (var error in parse.Errors)
            {
                Assert.InRange(error.Span.Start, from, source.Length - 1);
                Assert.InRange(error.Span.End, error.Span.Start + 1, source.Length);
                from = error.Span.Start;
            }

            if (parse.Tree is { } tree) AssertNested(tree.Root, new TextSpan(0, source.Length));
        }).Check(Laws.Config.WithMaxTest(20_000));
    }

    [Fact]
    public void A_tree_written_and_parsed_again_is_the_same_but_for_spans() =>
        Prop.ForAll(RandomPatterns.Tree.ToArbitrary(), tree =>
        {
            var again = PatternFixture.Parse(PatternText.Write(tree), tree.Options);
            Assert.Equal(Bare(tree.Root), Bare(again.Root));
        }).Check(Laws.Config.WithMaxTest(2000));

    [Fact]
    public void The_counted_size_is_that_of_the_program() =>
        Prop.ForAll(RandomPatterns.Tree.ToArbitrary(), tree =>
            Assert.Equal(Pattern.Compile(tree).InstructionCount, ProgramSize.Of(tree.Root, new Cursor(tree.Source)) + 1))
        .Check(Laws.Config.WithMaxTest(2000));

    private static void AssertNested(PatternNode node, TextSpan outer)
    {
        Assert.InRange(node.Span.Start, outer.Start, outer.End);
        Assert.InRange(node.Span.End, node.Span.Start, outer.End);
        foreach (var child in Children(node)) AssertNested(child, node.Span);
    }

    private static PatternList<PatternNode> Children(PatternNode node) => node switch
    {
        PatternSequence sequence => sequence.Items,
        PatternAlternation alternation => alternation.Alternatives,
        PatternRepeat repeat => [repeat.Body],
        PatternCaseless caseless => [caseless.Body],
        _ => [],
    };

    private static PatternNode Bare(PatternNode node) => node switch
    {
        PatternSequence sequence => new PatternSequence(default, [.. sequence.Items.Select(Bare)]),
        PatternAlternation alternation => new PatternAlternation(default, [.. alternation.Alternatives.Select(Bare)]),
        PatternRepeat repeat => repeat with { Span = default, Body = Bare(repeat.Body) },
        PatternCaseless caseless => new PatternCaseless(default, Bare(caseless.Body)),
        PatternClass one => one with { Span = default, Items = [.. one.Items.Select(item => item with { Span = default })] },
        _ => node with { Span = default },
    };
}
