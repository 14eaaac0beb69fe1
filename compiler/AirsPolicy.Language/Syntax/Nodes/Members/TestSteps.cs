namespace AirsPolicy.Language.Syntax;

/// <summary><c>given POINT [of TOOL] ["text"] [{ facts }]</c>.</summary>
internal sealed record GivenMemberSyntax(
    SyntaxToken GivenKeyword,
    PathSyntax Point,
    SyntaxToken? OfKeyword,
    PathSyntax? Subject,
    SyntaxToken? Text,
    RecordExpressionSyntax? Facts) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(GivenKeyword, Point, OfKeyword, Subject, Text, Facts);
}

/// <summary><c>expect WANT, …</c>.</summary>
internal sealed record ExpectMemberSyntax(SyntaxToken ExpectKeyword, SeparatedSyntaxList<WantSyntax> Wants) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ExpectKeyword, Wants);
}

/// <summary>Moves the clock: <c>advance 20m</c>.</summary>
internal sealed record AdvanceMemberSyntax(SyntaxToken AdvanceKeyword, ExpressionSyntax Value) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(AdvanceKeyword, Value);
}

/// <summary><c>recover by "authority"</c>.</summary>
internal sealed record RecoverByMemberSyntax(SyntaxToken RecoverKeyword, ByTextSyntax By) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(RecoverKeyword, By);
}

/// <summary><c>judge J answers { … }</c>.</summary>
internal sealed record JudgeAnswersMemberSyntax(
    SyntaxToken JudgeKeyword,
    PathSyntax Judge,
    SyntaxToken AnswersKeyword,
    RecordExpressionSyntax Answer) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(JudgeKeyword, Judge, AnswersKeyword, Answer);
}

/// <summary><c>judge J fails</c>.</summary>
internal sealed record JudgeFailsMemberSyntax(SyntaxToken JudgeKeyword, PathSyntax Judge, SyntaxToken FailsKeyword) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(JudgeKeyword, Judge, FailsKeyword);
}

/// <summary><c>queue Q approves | refuses [by TEXT] [as TEXT]</c>.</summary>
internal sealed record QueueDecidesMemberSyntax(
    SyntaxToken QueueKeyword,
    PathSyntax Queue,
    SyntaxToken VerdictKeyword,
    ByTextSyntax? By,
    AliasSyntax? As) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(QueueKeyword, Queue, VerdictKeyword, By, As);
}

/// <summary><c>repeat 5 { … }</c>.</summary>
internal sealed record RepeatMemberSyntax(SyntaxToken RepeatKeyword, SyntaxToken Number, BlockSyntax Block) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(RepeatKeyword, Number, Block);
}

/// <summary><c>cases from "file.jsonl" { … }</c>.</summary>
internal sealed record CasesMemberSyntax(SyntaxToken CasesKeyword, FromTextSyntax From, BlockSyntax Block) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(CasesKeyword, From, Block);
}
