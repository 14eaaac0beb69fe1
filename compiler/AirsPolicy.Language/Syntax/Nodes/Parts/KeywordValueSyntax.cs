namespace AirsPolicy.Language.Syntax;

/// <summary>
/// A keyword with a value that completes a member: <c>weighs 70%</c>, <c>quorum 2</c>, <c>depth 1</c>, <c>most 6</c>, <c>after 1h</c>,
/// <c>to 7y</c>.
/// </summary>
internal sealed record KeywordValueSyntax(SyntaxToken Keyword, ExpressionSyntax Value) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Value);
}
