using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Features.Completion;

namespace AirsPolicy.LanguageServer.Tests.Features;

/// <summary>The words that completion offers are those of the parser.</summary>
public sealed class OfferedWordTests
{
    private const string NoSuchMember = "AIRS1104";

    private static readonly Keyword[] s_withoutBlock =
    [
        Keyword.Type,
        Keyword.Fact,
        Keyword.Param,
        Keyword.Set,
        Keyword.Let,
        Keyword.Data,
        Keyword.Limit,
        Keyword.Waive,
        Keyword.Inapplicable,
    ];

    public static IEnumerable<object[]> Members =>
        KeywordTable
            .All.Where(word => KeywordTable.IsDeclaration(word) && word != Keyword.Prove)
            .SelectMany(word =>
                MemberWords.Of(word).Select(member => new object[] { KeywordTable.SpellingOf(word), KeywordTable.SpellingOf(member) }));

    public static TheoryData<string> Declarations =>
    [
        .. KeywordTable
            .All.Where(word => KeywordTable.IsDeclaration(word) && word != Keyword.Prove && MemberWords.Of(word).Count > 0)
            .Select(KeywordTable.SpellingOf),
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void The_parser_knows_each_member_as_one_of_its_declaration(string declaration, string member)
    {
        var head = HeadOf(declaration);
        Assert.Contains(NoSuchMember, Codes($"library a\n{head} {{ nonsense }}\n"));
        Assert.DoesNotContain(NoSuchMember, Codes($"library a\n{head} {{ {member} }}\n"));
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Each_member_that_the_parser_knows_is_offered(string declaration)
    {
        var known = KeywordTable.All
            .Where(word => !Codes($"library a\n{HeadOf(declaration)} {{ {KeywordTable.SpellingOf(word)} }}\n").Contains(NoSuchMember));
        Assert.Equal(MemberWords.Of(KeywordTable.Find(declaration)).Order(), known.Order());
    }

    [Fact]
    public void Each_declaration_with_a_block_has_members() =>
        Assert.Equal(s_withoutBlock, KeywordTable.All.Where(word => KeywordTable.IsDeclaration(word) && MemberWords.Of(word).Count == 0));

    [Fact]
    public void Each_word_that_is_offered_is_documented()
    {
        var offered = KeywordTable.All.Where(word => KeywordTable.IsDeclaration(word) || KeywordTable.IsDirective(word))
            .Concat(KeywordTable.All.Where(KeywordTable.IsDeclaration).SelectMany(MemberWords.Of))
            .Distinct();
        Assert.DoesNotContain(offered, word => WordDocs.Find(KeywordTable.SpellingOf(word)) is null);
    }

    private static string HeadOf(string declaration) => declaration switch
    {
        "tier" => "tier x in y",
        "test" => "test \"x\"",
        "audit" or "pace" => declaration,
        _ => declaration + " x",
    };

    private static IEnumerable<string> Codes(string text) =>
        SyntaxTree.Parse(SourceText.From(text)).Diagnostics.Select(found => found.Code);
}
