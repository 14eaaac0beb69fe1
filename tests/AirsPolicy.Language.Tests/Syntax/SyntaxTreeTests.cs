using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Syntax;

public class SyntaxTreeTests
{
    [Fact]
    public void Every_sample_parses_without_a_diagnostic() =>
        Assert.Empty(
            SamplePolicies.All.SelectMany(source => SyntaxTree.Parse(source).Diagnostics).Select(diagnostic => diagnostic.ToString()));

    [Fact]
    public void Every_sample_comes_back_from_its_tree() =>
        Assert.All(SamplePolicies.All, source => Assert.Equal(source.Content, SamplePolicies.TextOf(SyntaxTree.Parse(source))));

    [Fact]
    public void Trivia_and_tokens_tile_every_sample() => Assert.All(SamplePolicies.All, source =>
    {
        var place = 0;
        foreach (var token in SyntaxTree.Parse(source).Root.Tokens())
        {
            foreach (var trivia in token.LeadingTrivia)
                place = Follows(place, trivia.Span);
            place = Follows(place, token.Span);
            foreach (var trivia in token.TrailingTrivia)
                place = Follows(place, trivia.Span);
        }

        Assert.Equal(source.Length, place);
    });

    [Fact]
    public void Every_node_kind_stands_in_the_samples()
    {
        var used = SamplePolicies
            .All.Concat(BrokenSamples())
            .SelectMany(source => SyntaxTree.Parse(source).Root.DescendantsAndSelf())
            .Select(element => element.GetType())
            .ToHashSet();
        var kinds = typeof(SyntaxNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && !type.IsAbstract);
        Assert.Empty(kinds.Where(kind => !used.Contains(kind)).Select(kind => kind.Name));
    }

    [Fact]
    public void Every_node_is_a_sealed_record_without_setters()
    {
        var kinds = typeof(SyntaxNode)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SyntaxElement)) && !type.IsAbstract)
            .ToList();
        Assert.All(kinds, kind => Assert.True(kind.IsSealed && kind.GetMethod("<Clone>$") is not null, kind.Name));
        Assert.All(kinds.SelectMany(kind => kind.GetProperties()), property => Assert.True(
            property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0, property.Name));
    }

    [Fact]
    public void Line_breaks_mean_nothing() => Assert.All(SamplePolicies.All, source =>
    {
        var tree = SyntaxTree.Parse(source);
        var joined = SyntaxTree.Parse(SourceText.From(WithoutLineBreaks(tree)));
        Assert.Empty(joined.Diagnostics);
        Assert.Equal(
            tree.Root.DescendantsAndSelf().Select(element => (element.GetType(), element is SyntaxToken token ? token.Text : "")),
            joined.Root.DescendantsAndSelf().Select(element => (element.GetType(), element is SyntaxToken token ? token.Text : "")));
    });

    [Fact]
    public void A_deleted_token_is_nearly_always_noticed() => AssertNoticed(SamplePolicies.All);

    [FactWhere("../shared/design/worked")]
    public void A_deleted_token_of_a_worked_policy_is_nearly_always_noticed() => AssertNoticed(Worked);

    private static IEnumerable<SourceText> Worked =>
        RepositoryFolder
            .Policies(Path.Combine(RepositoryFolder.Root, "../shared/design/worked"))
            .Select(path => SourceText.From(File.ReadAllText(path), Path.GetFileName(path)));

    private static void AssertNoticed(IEnumerable<SourceText> sources)
    {
        int deletions = 0, unnoticed = 0;
        foreach (var source in sources)
        {
            foreach (var token in SyntaxTree.Parse(source).Root.Tokens().Where(token => token.Span.Length > 0))
            {
                var text = source.Content.Remove(token.Span.Start, token.Span.Length).Insert(token.Span.Start, " ");
                deletions++;
                unnoticed += SyntaxTree.Parse(SourceText.From(text)).Diagnostics.IsEmpty ? 1 : 0;
            }
        }

        Assert.True(unnoticed * 20 < deletions, $"{unnoticed} of {deletions} deletions still parse.");
    }

    [FactWhere("../shared/design/worked")]
    public void Every_worked_policy_parses_and_formats()
    {
        foreach (var source in Worked)
        {
            var tree = SyntaxTree.Parse(source);
            Assert.Empty(tree.Diagnostics);
            Assert.Equal(tree.Source.Content, SamplePolicies.TextOf(tree));
            Assert.Equal(
                SamplePolicies.TokenTexts(tree),
                SamplePolicies.TokenTexts(SyntaxTree.Parse(SourceText.From(Formatter.Format(tree)))));
        }
    }

    [Fact]
    public void Documentation_belongs_to_the_declaration_below()
    {
        var tree = SyntaxTree.Parse(
            SourceText.From("library a\n/// Stops it.\n/// Always.\ncontrol x { at input  always block }\n// plain\ntool y\n")
        );
        Assert.Equal("Stops it.\nAlways.", tree.Root.Declarations[0].Documentation);
        Assert.Null(tree.Root.Declarations[1].Documentation);
    }

    [Fact]
    public void A_position_finds_its_token()
    {
        var tree = SyntaxTree.Parse(SourceText.From("library a\ntool refund"));
        Assert.Equal("refund", tree.FindToken(17).Text);
        Assert.Equal(TokenKind.EndOfFile, tree.FindToken(21).Kind);
        Assert.Equal("refund", ((SyntaxToken)tree.PathTo(17)[^1]).Text);
    }

    private static int Follows(int place, AirsPolicy.Text.TextSpan span)
    {
        Assert.Equal(place, span.Start);
        return span.End;
    }

    private static IEnumerable<SourceText> BrokenSamples() =>
        [SourceText.From("library a\ntool x\nuse b\ncontrol c { colour red  at input  when then block  when x then }")];

    // Comments end at their line break, so they go; blocks of text keep theirs.
    private static string WithoutLineBreaks(SyntaxTree tree) => string.Join(' ', tree.Root.Tokens().Select(token => token.Text));
}
