namespace AirsPolicy.Language.Syntax;

/// <summary><c>enter STATE when E [for T]</c>.</summary>
internal sealed record EnterMemberSyntax(
    SyntaxToken EnterKeyword,
    SyntaxToken State,
    SyntaxToken WhenKeyword,
    ExpressionSyntax Condition,
    ForDurationSyntax? For) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(EnterKeyword, State, WhenKeyword, Condition, For);
}

/// <summary>What a state adds: <c>from STATE at POINTS RULE</c>.</summary>
internal sealed record FromStateMemberSyntax(
    SyntaxToken FromKeyword,
    SyntaxToken State,
    AtMemberSyntax At,
    MemberSyntax Rule) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(FromKeyword, State, At, Rule);
}

/// <summary><c>recover STATE -> STATE by TEXTS [after T] [where E]</c>.</summary>
internal sealed record RecoverMemberSyntax(
    SyntaxToken RecoverKeyword,
    SyntaxToken From,
    SyntaxToken Arrow,
    SyntaxToken To,
    SyntaxToken ByKeyword,
    SeparatedSyntaxList<SyntaxToken> Texts,
    KeywordValueSyntax? After,
    WhereSyntax? Where) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(RecoverKeyword, From, Arrow, To, ByKeyword, Texts, After, Where);
}

/// <summary>When the chart was last tested: <c>tested DATE</c>.</summary>
internal sealed record TestedMemberSyntax(SyntaxToken TestedKeyword, SyntaxToken Date) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(TestedKeyword, Date);
}
