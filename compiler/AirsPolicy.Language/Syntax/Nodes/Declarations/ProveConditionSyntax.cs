namespace AirsPolicy.Language.Syntax;

/// <summary>The condition of a proof: <c>when EXPR</c>.</summary>
internal sealed record ProveConditionSyntax(SyntaxToken WhenKeyword, ExpressionSyntax Condition) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(WhenKeyword, Condition);
}
