namespace AirsPolicy.Language.Syntax;

/// <summary>One line of a table: <c>high 7y</c>.</summary>
internal sealed record TableEntrySyntax(SyntaxToken Name, ExpressionSyntax Value) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Name, Value);
}
