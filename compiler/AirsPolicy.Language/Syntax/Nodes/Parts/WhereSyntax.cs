namespace AirsPolicy.Language.Syntax;

/// <summary>An optional condition: <c>where EXPR</c>.</summary>
internal sealed record WhereSyntax(SyntaxToken WhereKeyword, ExpressionSyntax Condition) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(WhereKeyword, Condition);
}
