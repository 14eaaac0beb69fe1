namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly MemberTable s_paceMembers = new(
        "a PACE chart",
        new(
            Keyword.Enter,
            static parser => new EnterMemberSyntax(
                parser.Next(),
                parser.ExpectName("a state"),
                parser.Expect(Keyword.When, "after the state"),
                parser.Condition(),
                parser.OptionalFor())),
        new(
            Keyword.From,
            static parser => new FromStateMemberSyntax(parser.Next(), parser.ExpectName("a state"), parser.AtPoints(), parser.StateRule())),
        new(Keyword.Recover, static parser => parser.Recover()),
        Shared.Text(Keyword.Fallback),
        Shared.Texts(Keyword.Depends),
        new(Keyword.Tested, static parser => new TestedMemberSyntax(parser.Next(), parser.ExpectDate())));

    private static readonly MemberTable s_breakerMembers = new(
        "a breaker",
        [
            .. Shared.Claims,
            .. Shared.Rules,
            Shared.Paths(Keyword.Per),
            new(Keyword.Trip, static parser => new TripMemberSyntax(parser.Next(), parser.Expect(Keyword.When), parser.Condition())),
            new(
                Keyword.Open,
                static parser => new OpenForMemberSyntax(parser.Next(), new ForDurationSyntax(parser.Expect(Keyword.For), parser.Value()))),
            Shared.Number(Keyword.Probe),
            new(Keyword.Close, static parser => new CloseByMemberSyntax(parser.Next(), parser.Expect(Keyword.By), parser.Texts())),
        ]);

    private static readonly MemberTable s_auditMembers = new(
        "an audit",
        Shared.Name(Keyword.Record),
        Shared.Paths(Keyword.Also),
        Shared.Paths(Keyword.Mask),
        new(
            Keyword.Retain,
            static parser => new RetainMemberSyntax(
                parser.Next(),
                parser.ExpectName("what to retain"),
                parser.Value(),
                parser.ValueAfter(Keyword.To))));

    private PaceDeclarationSyntax Pace()
    {
        var keyword = Next();
        var layer = NextIf(TokenKind.Name);
        return new PaceDeclarationSyntax(keyword, layer, Block(s_paceMembers, keyword, layer?.Text ?? ""));
    }

    private BreakerDeclarationSyntax Breaker()
    {
        var keyword = Next();
        var head = Head();
        return new BreakerDeclarationSyntax(keyword, head, Block(s_breakerMembers, keyword, head.Name.Text));
    }

    private AuditDeclarationSyntax Audit()
    {
        var keyword = Next();
        return new AuditDeclarationSyntax(keyword, Block(s_auditMembers, keyword, ""));
    }

    // A state adds one rule; a 'let' would name something nobody can use.
    private MemberSyntax StateRule()
    {
        if (At(Keyword.When))
            return WhenRule();
        if (At(Keyword.Always))
            return AlwaysRule();
        FailExpected("'when' or 'always'", null);
        return new UnknownMemberSyntax(Missing(TokenKind.Name));
    }

    private RecoverMemberSyntax Recover()
    {
        var keyword = Next();
        var from = ExpectName("a state");
        var arrow = Expect(TokenKind.Arrow, "'->'");
        var to = ExpectName("a state");
        return new RecoverMemberSyntax(keyword, from, arrow, to, Expect(Keyword.By), Texts(), ValueAfter(Keyword.After), OptionalWhere());
    }
}
