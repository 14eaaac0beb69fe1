namespace AirsPolicy.Language.Syntax;

/// <summary><c>trip when E</c>.</summary>
internal sealed record TripMemberSyntax(SyntaxToken TripKeyword, SyntaxToken WhenKeyword, ExpressionSyntax Condition) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(TripKeyword, WhenKeyword, Condition);
}

/// <summary><c>open for 5m</c>.</summary>
internal sealed record OpenForMemberSyntax(SyntaxToken OpenKeyword, ForDurationSyntax For) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OpenKeyword, For);
}

/// <summary><c>close by "authority"</c>.</summary>
internal sealed record CloseByMemberSyntax(
    SyntaxToken CloseKeyword,
    SyntaxToken ByKeyword,
    SeparatedSyntaxList<SyntaxToken> Texts) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(CloseKeyword, ByKeyword, Texts);
}
