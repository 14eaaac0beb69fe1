namespace AirsPolicy.Language.Syntax;

/// <summary>A span of time: <c>within 24h</c>.</summary>
internal sealed record WithinSyntax(SyntaxToken WithinKeyword, ExpressionSyntax Value) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(WithinKeyword, Value);
}
