namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly MemberTable s_detectorMembers = new(
        "a detector",
        Shared.Paths(Keyword.View),
        new(Keyword.Match, static parser => new MatchMemberSyntax(parser.Next(), parser.DetectorItems(), parser.Weighs())),
        new(Keyword.Except, static parser => new ExceptMemberSyntax(parser.Next(), parser.DetectorItems())),
        Shared.Name(Keyword.Score),
        new(
            Keyword.Found,
            static parser => new FoundAtMemberSyntax(parser.Next(), parser.Expect(Keyword.At), parser.ExpectNumber("a share such as '60%'"))
        ),
        Shared.Timeout,
        Shared.OnError);

    private DetectorDeclarationSyntax Detector()
    {
        var keyword = Next();
        var head = Head();
        return new DetectorDeclarationSyntax(keyword, head, Block(s_detectorMembers, keyword, head.Name.Text));
    }

    private KeywordValueSyntax? Weighs() => At(Keyword.Weighs) ? new KeywordValueSyntax(Next(), Weight()) : null;

    private ExpressionSyntax Weight() => At(TokenKind.Name) ? Value() : new LiteralExpressionSyntax(ExpectNumber("a share such as '60%'"));

    private SeparatedSyntaxList<DetectorItemSyntax> DetectorItems() =>
        Commas(static parser => parser.DetectorItem(), static token => token.Kind is TokenKind.Text or TokenKind.Pattern, "items");

    private DetectorItemSyntax DetectorItem()
    {
        if (Current.Kind is TokenKind.Text or TokenKind.Pattern)
            return new LiteralItemSyntax(Next());
        if (Current.Keyword is Keyword.File or Keyword.Classifier or Keyword.Weights && Ahead.Kind == TokenKind.Text)
            return new SourceItemSyntax(Next(), Next());
        if (At(TokenKind.Name))
            return new DetectorReferenceItemSyntax(Path());
        FailExpected("a text, a pattern or a detector", null);
        return new LiteralItemSyntax(Missing(TokenKind.Text));
    }
}
