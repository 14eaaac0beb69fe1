namespace AirsPolicy.Language.Syntax;

/// <summary>The members that several kinds of declaration share.</summary>
internal sealed partial class Parser
{
    // A class of its own, because the static fields of a class in several files have no order among each other.
    private static class Shared
    {
        public static readonly MemberReader[] Claims =
        [
            new(Keyword.Satisfies, static parser => new SatisfiesMemberSyntax(parser.Next(), parser.Ids())),
            new(Keyword.Mitigates, static parser => new MitigatesMemberSyntax(parser.Next(), parser.Ids())),
        ];

        public static readonly MemberReader[] Meta =
        [
            new(Keyword.Owner, static parser => new OwnerMemberSyntax(parser.Next(), parser.ExpectText())),
            new(Keyword.Approved, static parser => parser.Approved()),
            new(Keyword.Effective, static parser => new EffectiveMemberSyntax(parser.Next(), parser.ExpectDate())),
            new(Keyword.Review, static parser => new ReviewMemberSyntax(parser.Next(), parser.ExpectDate())),
            new(Keyword.Severity, static parser => new SeverityMemberSyntax(parser.Next(), parser.ExpectName("a severity"))),
            .. Claims,
        ];

        public static readonly MemberReader[] Rules =
        [
            new(Keyword.When, static parser => parser.WhenRule()),
            new(Keyword.Always, static parser => parser.AlwaysRule()),
            new(Keyword.Let, static parser => parser.LetMember()),
        ];

        public static readonly MemberReader AtPoints = new(Keyword.At, static parser => parser.AtPoints());

        public static readonly MemberReader OnError = new(Keyword.On, static parser => parser.OnError());

        public static readonly MemberReader Limit = new(Keyword.Limit, static parser => parser.Limit());

        public static readonly MemberReader Model = new(Keyword.Model, static parser => parser.Model());

        public static readonly MemberReader Timeout = new(Keyword.Timeout, static parser =>
            new TimeoutMemberSyntax(parser.Next(), parser.ExpectNumber("a duration such as '5s'")));

        public static readonly MemberReader Sample = new(Keyword.Sample, static parser =>
            new SampleMemberSyntax(parser.Next(), parser.Value(), parser.OptionalWhere()));

        public static MemberReader Paths(Keyword keyword) =>
            new(keyword, static parser => new PathsMemberSyntax(parser.Next(), parser.Paths()));

        public static MemberReader Texts(Keyword keyword) =>
            new(keyword, static parser => new TextsMemberSyntax(parser.Next(), parser.Texts()));

        public static MemberReader Text(Keyword keyword) =>
            new(keyword, static parser => new TextMemberSyntax(parser.Next(), parser.ExpectText()));

        public static MemberReader Name(Keyword keyword) =>
            new(keyword, static parser => new NameMemberSyntax(parser.Next(), parser.ExpectName()));

        public static MemberReader Number(Keyword keyword) =>
            new(keyword, static parser => new NumberMemberSyntax(parser.Next(), parser.ExpectNumber()));
    }

    private ApprovedByMemberSyntax Approved() => new(Expect(Keyword.Approved), Expect(Keyword.By), ExpectText());

    private OnErrorMemberSyntax OnError() => new(Next(), Expect(Keyword.Error), At(Keyword.By) ? EffectTable() : Effect());

    private ModelMemberSyntax Model() =>
        new(Next(), Texts(), OptionalFrom(), Families(), NumberBehind(Keyword.Quorum), NumberBehind(Keyword.Agree));

    private TextsMemberSyntax? Families() => At(Keyword.Family) ? new TextsMemberSyntax(Next(), Texts()) : null;

    private KeywordValueSyntax? NumberBehind(Keyword keyword) => At(keyword) ? new KeywordValueSyntax(Next(), NumberValue()) : null;

    private LiteralExpressionSyntax NumberValue() => new(ExpectNumber());

    private LimitMemberSyntax Limit()
    {
        var limit = Next();
        SyntaxToken? name = null, message = null;
        // A name before the value; a value may itself be a path, which 'per', 'of' or a dot follows.
        if (At(TokenKind.Name) && Ahead.Kind is not TokenKind.Dot && Ahead.Keyword is not (Keyword.Per or Keyword.Of))
        {
            name = Next();
            message = NextIf(TokenKind.Text);
        }

        var value = Value();
        var of = At(Keyword.Of) ? new LimitOfSyntax(Next(), Expression()) : null;
        var tail = Tail("with who is counted together");
        var at = At(Keyword.At) && !IsNumber(Ahead.Kind) ? AtPoints() : null;
        var steps = new List<LimitStepSyntax>();
        while (At(Keyword.At) && IsNumber(Ahead.Kind))
            steps.Add(new LimitStepSyntax(Next(), Next(), Expect(Keyword.Then), Effects()));
        return new LimitMemberSyntax(
            limit,
            name,
            message,
            value,
            of,
            tail,
            at,
            steps.Count == 0 ? SyntaxList<LimitStepSyntax>.Empty : new SyntaxList<LimitStepSyntax>([.. steps]));
    }
}
