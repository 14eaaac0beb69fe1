namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly MemberTable s_schemeMembers = new(
        "a scheme",
        new(Keyword.Profile, static parser => new ProfileShapeMemberSyntax(parser.Next(), parser.Shape())),
        new(Keyword.Ladder, static parser => new LadderMemberSyntax(parser.Next(), parser.LadderSteps())),
        new(
            Keyword.Score,
            static parser => new ScoreMemberSyntax(
                parser.Next(),
                parser.NextIf(TokenKind.Minus),
                parser.ExpectNumber(),
                parser.Where("after the score"),
                parser.Because())),
        new(
            Keyword.Raise,
            static parser => new RaiseMemberSyntax(
                parser.Next(),
                parser.ExpectNumber(),
                parser.Where("after the number of tiers"),
                parser.Because())),
        new(
            Keyword.At,
            static parser => new AtLeastMemberSyntax(
                parser.Next(),
                parser.Expect(Keyword.Least),
                parser.ExpectName("a tier"),
                parser.Where("after the tier"),
                parser.Because())),
        new(
            Keyword.Only,
            static parser => new OnlyMemberSyntax(
                parser.Next(),
                parser.ExpectName("a tier"),
                parser.Where("after the tier"),
                parser.Because())));

    private static readonly MemberTable s_tierMembers = new(
        "a tier",
        Shared.Number(Keyword.Rank),
        new(Keyword.Requires, static parser => parser.Requires()));

    private SchemeDeclarationSyntax Scheme()
    {
        var keyword = Next();
        var head = Head();
        return new SchemeDeclarationSyntax(keyword, head, Block(s_schemeMembers, keyword, head.Name.Text));
    }

    private SeparatedSyntaxList<LadderStepSyntax> LadderSteps() =>
        Commas(
            static parser => new LadderStepSyntax(parser.ExpectName("a tier"), parser.NextIf(TokenKind.Integer)),
            static _ => false,
            "tiers");

    private TierDeclarationSyntax Tier()
    {
        var keyword = Next();
        var name = ExpectName();
        return new TierDeclarationSyntax(
            keyword,
            name,
            Expect(Keyword.In, "before the scheme of the tier"),
            Path(),
            NextIf(TokenKind.Text),
            Block(s_tierMembers, keyword, name.Text));
    }

    private MemberSyntax Requires()
    {
        var requires = Next();
        if (!At(TokenKind.Name))
            return new RequiresIdsMemberSyntax(requires, Ids());
        var path = Path();
        return At(TokenKind.Text)
            ? new RequiresTextsMemberSyntax(requires, path, Texts())
            : new RequiresBoundMemberSyntax(requires, path, Bound());
    }
}
