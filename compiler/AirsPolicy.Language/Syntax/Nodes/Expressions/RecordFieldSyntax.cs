namespace AirsPolicy.Language.Syntax;

/// <summary>One field of a record value: <c>a: 1</c>.</summary>
internal sealed record RecordFieldSyntax(SyntaxToken Name, SyntaxToken Colon, ExpressionSyntax Value) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Name, Colon, Value);
}
