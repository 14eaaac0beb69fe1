using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Syntax;

[Trait("Length", "long")]
public class MutationTests
{
    private static readonly string[] s_inserts =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        ":",
        "\"",
        "\"\"\"",
        "/",
        "//",
        "when",
        "then",
        "not",
        "by",
        "control",
        "\ncontrol",
        "??",
        "===",
        "-> ",
        "5",
        "1h30",
        "\u202E",
        "а",
        "\0",
        "\uD800",
        "\r",
        "GBP",
        "by tier {",
        "count of",
    ];

    private static readonly Gen<string> s_mutated =
        from source in Gen.Elements<SourceText>(SamplePolicies.All)
        from changes in Gen.Choose(0, 1 << 20).ArrayOf(3).Select(seeds => seeds)
        from kinds in Gen.Choose(0, 4).ArrayOf(3)
        from inserts in Gen.Elements(s_inserts).ArrayOf(3)
        select Change(source.Content, changes, kinds, inserts);

    [Fact]
    public void The_parser_ends_on_anything_with_ordered_spans_and_gives_the_text_back() =>
        Prop.ForAll(
                Arb.From(s_mutated),
                text =>
                {
                    var tree = SyntaxTree.Parse(SourceText.From(text));
                    var place = 0;
                    foreach (var token in tree.Root.Tokens())
                    {
                        Assert.Equal(place, token.FullSpan.Start);
                        Assert.True(token.Span.Start <= token.Span.End);
                        Assert.True(token.IsMissing || (token.FullSpan.Start <= token.Span.Start && token.Span.End <= token.FullSpan.End));
                        place = token.FullSpan.End;
                        Assert.Equal(
                            token.FullSpan.Length,
                            token.LeadingTrivia.Sum(trivia => trivia.Span.Length)
                                + token.Span.Length
                                + token.TrailingTrivia.Sum(trivia => trivia.Span.Length));
                    }

                    Assert.Equal(text.Length, place);
                    Assert.All(tree.Diagnostics, diagnostic => Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, text.Length));
                }).Check(Laws.Config.WithMaxTest(1000));

    [Fact]
    public void Formatting_anything_is_idempotent_and_keeps_its_tokens_and_comments() =>
        Prop.ForAll(Arb.From(s_mutated), text =>
        {
            var tree = SyntaxTree.Parse(SourceText.From(text));
            var once = SyntaxTree.Parse(SourceText.From(Formatter.Format(tree)));
            if (tree.Diagnostics.IsEmpty)
            {
                Assert.Empty(once.Diagnostics);
                Assert.Equal(SamplePolicies.TokenTexts(tree), SamplePolicies.TokenTexts(once));
                Assert.Equal(Comments(tree), Comments(once));
                Assert.Equal(once.Source.Content, Formatter.Format(once));
            }
            else
            {
                Assert.Equal(Letters(text), Letters(once.Source.Content));
            }
        }).Check(Laws.Config.WithMaxTest(1000));

    private static string Letters(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));

    private static IEnumerable<string> Comments(SyntaxTree tree) =>
        from token in tree.Root.Tokens()
        from trivia in token.LeadingTrivia.Concat(token.TrailingTrivia)
        where trivia.Kind is TriviaKind.Comment or TriviaKind.Documentation
        select tree.Source.Slice(trivia.Span).TrimEnd().ToString();

    private static string Change(string text, int[] places, int[] kinds, string[] inserts)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var tokens = SyntaxTree.Parse(SourceText.From(text)).Root.Tokens().Where(token => token.Span.Length > 0).ToList();
            if (tokens.Count < 2)
                return text;
            var token = tokens[places[i] % tokens.Count];
            var other = tokens[(places[i] / 7) % tokens.Count];
            text = kinds[i] switch
            {
                0 => text.Remove(token.Span.Start, token.Span.Length),
                1 => text.Insert(token.Span.End, " " + token.Text),
                2 => text.Insert(token.Span.Start, inserts[i]),
                3 => text.Remove(token.Span.Start, token.Span.Length).Insert(token.Span.Start, other.Text),
                _ => text.Insert(token.Span.Start, "// note\n"),
            };
        }

        return text;
    }
}
