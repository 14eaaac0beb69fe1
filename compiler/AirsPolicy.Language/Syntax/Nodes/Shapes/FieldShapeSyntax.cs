namespace AirsPolicy.Language.Syntax;

/// <summary>One field of a record: <c>a: text</c>.</summary>
internal sealed record FieldShapeSyntax(SyntaxToken Name, SyntaxToken Colon, ShapeSyntax Shape) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Name, Colon, Shape);
}
