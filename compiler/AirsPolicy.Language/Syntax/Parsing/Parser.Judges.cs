namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly MemberTable s_judgeMembers = new(
        "a judge",
        [
            .. Shared.Meta,
            .. Shared.Rules,
            Shared.Model,
            Shared.AtPoints,
            Shared.Sample,
            Shared.Name(Keyword.Timing),
            Shared.Timeout,
            Shared.OnError,
            Shared.Name(Keyword.Mode),
            Shared.Text(Keyword.Prompt),
            new(Keyword.Returns, static parser => new ReturnsMemberSyntax(parser.Next(), parser.Shape())),
            new(
                Keyword.Precedents,
                static parser => new PrecedentsMemberSyntax(
                    parser.Next(),
                    parser.ExpectText(),
                    parser.At(Keyword.Most) ? new KeywordValueSyntax(parser.Next(), parser.NumberValue()) : null)),
            new(Keyword.Calibrate, static parser => parser.Calibrate()),
        ]);

    private static readonly MemberTable s_queueMembers = new(
        "a queue",
        [
            .. Shared.Meta,
            new(Keyword.Sla, static parser => new SlaMemberSyntax(parser.Next(), parser.Value())),
            new(Keyword.Reviewers, static parser =>
                new ReviewersMemberSyntax(parser.Next(), parser.Texts(), parser.ValueAfter(Keyword.After))),
            Shared.Name(Keyword.Priority),
            Shared.Number(Keyword.Approvals),
            Shared.Number(Keyword.Canary),
            Shared.Sample,
        ]);

    private JudgeDeclarationSyntax Judge()
    {
        var keyword = Next();
        var head = Head();
        return new JudgeDeclarationSyntax(keyword, head, Block(s_judgeMembers, keyword, head.Name.Text));
    }

    private QueueDeclarationSyntax Queue()
    {
        var keyword = Next();
        var head = Head();
        return new QueueDeclarationSyntax(keyword, head, Block(s_queueMembers, keyword, head.Name.Text));
    }

    private CalibrateMemberSyntax Calibrate()
    {
        var keyword = Next();
        var file = NextIf(TokenKind.Text);
        var judge = file is null ? Path() : null;
        var open = Expect(TokenKind.OpenBrace, "'{'");
        var bounds = new List<CalibrationBoundSyntax>();
        while (!_lost && At(TokenKind.Name))
            bounds.Add(new CalibrationBoundSyntax(Path(), Bound()));
        return new CalibrateMemberSyntax(
            keyword,
            file,
            judge,
            open,
            new SyntaxList<CalibrationBoundSyntax>([.. bounds]),
            open.IsMissing ? Missing(TokenKind.CloseBrace) : ExpectClosing(TokenKind.CloseBrace, open));
    }
}
