namespace AirsPolicy.Language.Syntax;

/// <summary>Who decides, and from when on: <c>reviewers "heads" after 1h</c>.</summary>
internal sealed record ReviewersMemberSyntax(
    SyntaxToken ReviewersKeyword, SeparatedSyntaxList<SyntaxToken> Texts, KeywordValueSyntax? After) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ReviewersKeyword, Texts, After);
}

/// <summary>How soon people decide: <c>sla 2h</c>.</summary>
internal sealed record SlaMemberSyntax(SyntaxToken SlaKeyword, ExpressionSyntax Value) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(SlaKeyword, Value);
}
