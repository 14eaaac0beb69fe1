namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly MemberReader[] s_sharedAgentMembers =
    [
        .. Shared.Meta,
        .. Shared.Rules,
        Shared.Name(Keyword.Kind),
        Shared.Paths(Keyword.Tools),
        Shared.Paths(Keyword.Never),
        Shared.Paths(Keyword.Covers),
        Shared.Texts(Keyword.Reads),
        Shared.Texts(Keyword.Writes),
        new(Keyword.Model, static parser => parser.Model()),
        new(Keyword.Follows, static parser => new FollowsMemberSyntax(parser.Next(), parser.Sequence())),
        new(
            Keyword.Delegates,
            static parser => new DelegatesMemberSyntax(
                parser.Next(),
                parser.Expect(Keyword.To),
                parser.Paths(),
                parser.At(Keyword.Depth) ? new KeywordValueSyntax(parser.Next(), parser.NumberValue()) : null)),
        new(
            Keyword.Goal,
            static parser => new GoalMemberSyntax(parser.Next(), parser.ExpectName(), parser.ExpectText(), parser.OptionalWhere())),
        Shared.Limit,
    ];

    private static readonly MemberTable s_agentMembers = new("an agent", s_sharedAgentMembers);

    private static readonly MemberTable s_workflowMembers = new("a workflow", s_sharedAgentMembers);

    private AgentDeclarationSyntax Agent()
    {
        var keyword = Next();
        var head = Head();
        var workflow = NameAfter(Keyword.In, "a workflow");
        return new AgentDeclarationSyntax(keyword, head, workflow, Block(s_agentMembers, keyword, head.Name.Text));
    }

    private WorkflowDeclarationSyntax Workflow()
    {
        var keyword = Next();
        var head = Head();
        return new WorkflowDeclarationSyntax(keyword, head, Block(s_workflowMembers, keyword, head.Name.Text));
    }

    private SequenceSyntax Sequence()
    {
        var steps = new List<StepSyntax> { Step() };
        var arrows = new List<SyntaxToken>();
        while (!_lost && (At(TokenKind.Arrow) || At(TokenKind.OpenParenthesis) || (At(TokenKind.Name) && At(Keyword.None))))
        {
            arrows.Add(NextIf(TokenKind.Arrow) ?? MissingSeparator("->", TokenKind.Arrow, "steps"));
            steps.Add(Step());
        }

        return new SequenceSyntax(new SeparatedSyntaxList<StepSyntax>([.. steps], [.. arrows]));
    }

    private StepSyntax Step() => At(TokenKind.OpenParenthesis) ? Alternatives() : new NamedStepSyntax(ExpectName("a step"), Repetition());

    private StepSyntax Alternatives()
    {
        if (_nesting >= DeepestNesting)
        {
            TooDeep();
            return new NamedStepSyntax(Missing(TokenKind.Name), null);
        }

        _nesting++;
        var open = Next();
        _openParentheses++;
        var alternatives = new List<SequenceSyntax> { Sequence() };
        var bars = new List<SyntaxToken>();
        while (!_lost && At(TokenKind.Bar))
        {
            bars.Add(Next());
            alternatives.Add(Sequence());
        }

        var close = ExpectClosing(TokenKind.CloseParenthesis, open);
        _openParentheses--;
        _nesting--;
        return new AlternativesStepSyntax(open, new SeparatedSyntaxList<SequenceSyntax>([.. alternatives], [.. bars]), close, Repetition());
    }

    private SyntaxToken? Repetition() => Current.Kind is TokenKind.Plus or TokenKind.Star or TokenKind.Question ? Next() : null;
}
