using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

internal sealed partial class Parser
{
    private static readonly Keyword[] s_outcomeKeywords =
        [Keyword.Allow, Keyword.Flag, Keyword.Amend, Keyword.Hold, Keyword.Block, Keyword.Halt];

    private static readonly string[] s_outcomeSpellings = [.. s_outcomeKeywords.Select(KeywordTable.SpellingOf)];

    private static readonly MemberTable s_testSteps = new(
        "a test",
        new(Keyword.Given, static parser => parser.Given()),
        new(
            Keyword.Expect,
            static parser => new ExpectMemberSyntax(
                parser.Next(),
                parser.Commas(static inner => inner.Want(), static _ => false, "expectations"))),
        new(Keyword.Advance, static parser => new AdvanceMemberSyntax(parser.Next(), parser.Value())),
        new(
            Keyword.Recover,
            static parser => new RecoverByMemberSyntax(parser.Next(), new ByTextSyntax(parser.Expect(Keyword.By), parser.ExpectText()))),
        new(Keyword.Judge, static parser => parser.JudgeStep()),
        new(Keyword.Queue, static parser => parser.QueueStep()),
        new(Keyword.Repeat, static parser => parser.Repeat()),
        new(Keyword.Cases, static parser => parser.Cases()));

    private TestDeclarationSyntax Test()
    {
        var keyword = Next();
        var text = ExpectText();
        var gap = At(Keyword.Known) ? new KnownGapSyntax(Next(), Expect(Keyword.Gap)) : null;
        return new TestDeclarationSyntax(keyword, text, gap, Block(s_testSteps, keyword, ""));
    }

    private ProveDeclarationSyntax Prove()
    {
        var keyword = Next();
        var text = ExpectText();
        var assume = NextIf(Keyword.Assume);
        var open = Expect(TokenKind.OpenBrace, "'{'");
        var at = AtPoints();
        var condition = At(Keyword.When) ? new ProveConditionSyntax(Next(), Condition()) : null;
        return new ProveDeclarationSyntax(
            keyword,
            text,
            assume,
            open,
            at,
            condition,
            Expect(Keyword.Then),
            Expect(Keyword.At),
            Expect(Keyword.Least),
            ExpectName("an outcome"),
            CloseBlock(open, keyword, ""));
    }

    private GivenMemberSyntax Given()
    {
        var keyword = Next();
        var point = Path();
        var of = NextIf(Keyword.Of) ?? (AtBareSubject() ? MissingOf() : null);
        var subject = of is null ? null : Path();
        var text = NextIf(TokenKind.Text);
        return new GivenMemberSyntax(keyword, point, of, subject, text, At(TokenKind.OpenBrace) ? Record() : null);
    }

    private SyntaxToken MissingOf()
    {
        var edit = new TextEdit(new TextSpan(Current.Span.Start, Current.Span.Start), "of ");
        Report(SyntaxDiagnostics.Expected, Current.Span, new DiagnosticFix("Insert 'of'", [edit]), "'of'", "before the tool");
        return Missing(TokenKind.Reserved, Keyword.Of);
    }

    // A name that begins no step, with facts or the next step behind it: the tool, whose 'of' was left out.
    private bool AtBareSubject() =>
        At(TokenKind.Name) && s_testSteps.Find(Current.Keyword) is null
        && (Ahead.Kind is TokenKind.OpenBrace or TokenKind.Text or TokenKind.CloseBrace || s_testSteps.Find(Ahead.Keyword) is not null);

    private WantSyntax Want()
    {
        // A condition may begin with such a word too; but behind a name 'by' belongs to an outcome, whatever the name.
        var standsAlone = AtOutcome()
            && Ahead.Kind is TokenKind.Comma or TokenKind.CloseBrace or TokenKind.Name or TokenKind.EndOfFile or TokenKind.Text;
        return standsAlone || (At(TokenKind.Name) && Ahead.Keyword == Keyword.By)
            ? new OutcomeWantSyntax(Outcome(), OptionalByPath(), At(Keyword.Saying) ? new SayingSyntax(Next(), ExpectText()) : null)
            : new ConditionWantSyntax(Condition());
    }

    private bool AtOutcome() => Array.IndexOf(s_outcomeKeywords, Current.Keyword) >= 0;

    private SyntaxToken Outcome()
    {
        if (AtOutcome())
            return Next();
        if (Spelling.Nearest(Current.Text, s_outcomeSpellings) is { } near)
            ReportMisspelt(near, "as an outcome");
        else
            FailExpected("an outcome such as 'block'", null);
        return Next();
    }

    private MemberSyntax JudgeStep()
    {
        var keyword = Next();
        var judge = Path();
        return At(Keyword.Fails)
            ? new JudgeFailsMemberSyntax(keyword, judge, Next())
            : new JudgeAnswersMemberSyntax(keyword, judge, Expect(Keyword.Answers, "or 'fails' after the judge"), Record());
    }

    private QueueDecidesMemberSyntax QueueStep()
    {
        var keyword = Next();
        var queue = Path();
        var verdict = At(Keyword.Refuses) ? Next() : Expect(Keyword.Approves, "or 'refuses' after the queue");
        return new QueueDecidesMemberSyntax(keyword, queue, verdict, OptionalByText(), OptionalAlias());
    }

    private RepeatMemberSyntax Repeat()
    {
        var keyword = Next();
        return new RepeatMemberSyntax(keyword, Expect(TokenKind.Integer, "a number"), Block(s_testSteps, keyword, ""));
    }

    private CasesMemberSyntax Cases()
    {
        var keyword = Next();
        var from = new FromTextSyntax(Expect(Keyword.From), ExpectText());
        return new CasesMemberSyntax(keyword, from, Block(s_testSteps, keyword, ""));
    }
}
