namespace AirsPolicy.Language.Syntax;

/// <summary>How long something lasts: <c>for 5m</c>.</summary>
internal sealed record ForDurationSyntax(SyntaxToken ForKeyword, ExpressionSyntax Value) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ForKeyword, Value);
}
