namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly MemberTable s_controlMembers = new(
        "a control",
        [
            .. Shared.Meta,
            .. Shared.Rules,
            Shared.AtPoints,
            Shared.OnError,
            new(
                Keyword.Mode,
                static parser => new DetectModeMemberSyntax(parser.Next(), parser.Expect(Keyword.Detect), parser.OptionalUntil())),
            new(Keyword.Never, static parser => new NeverWaivedMemberSyntax(parser.Next(), parser.Expect(Keyword.Waived))),
        ]);

    private ControlDeclarationSyntax Control()
    {
        var keyword = Next();
        var head = Head();
        return new ControlDeclarationSyntax(keyword, head, Block(s_controlMembers, keyword, head.Name.Text));
    }

    private WaiveDeclarationSyntax Waive()
    {
        var keyword = Next();
        var subject = At(TokenKind.CatalogueId) ? new PathSyntax(new SeparatedSyntaxList<SyntaxToken>([Next()], [])) : Path();
        var (because, approved, role, until) = Approval();
        return new WaiveDeclarationSyntax(
            keyword,
            subject,
            because,
            approved,
            role,
            until,
            At(Keyword.With) ? new KeywordPathsSyntax(Next(), Paths()) : null);
    }

    private InapplicableDeclarationSyntax Inapplicable()
    {
        var keyword = Next();
        var id = ExpectId();
        var (because, approved, role, until) = Approval();
        return new InapplicableDeclarationSyntax(keyword, id, because, approved, role, until);
    }

    private (BecauseSyntax Because, ApprovedByMemberSyntax Approved, KeywordTextSyntax? Role, UntilSyntax Until) Approval()
    {
        var (because, approved) = (Because(), Approved());
        var role = At(Keyword.As) ? new KeywordTextSyntax(Next(), ExpectText()) : null;
        return (because, approved, role, new UntilSyntax(Expect(Keyword.Until), ExpectDate()));
    }
}
