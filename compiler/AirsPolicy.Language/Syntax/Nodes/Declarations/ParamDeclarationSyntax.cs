namespace AirsPolicy.Language.Syntax;

/// <summary>A value that others may set: <c>param NAME: SHAPE = VALUE [, lower is stricter]</c>.</summary>
internal sealed record ParamDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Name,
    SyntaxToken Colon,
    ShapeSyntax Shape,
    SyntaxToken Equal,
    ExpressionSyntax Value,
    StricterSyntax? Stricter) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Name, Colon, Shape, Equal, Value, Stricter);
}
