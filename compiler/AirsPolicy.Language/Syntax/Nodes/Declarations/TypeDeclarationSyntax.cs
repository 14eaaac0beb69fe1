namespace AirsPolicy.Language.Syntax;

/// <summary>A name for a shape.</summary>
internal sealed record TypeDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Name,
    SyntaxToken Equal,
    ShapeSyntax Shape) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Name, Equal, Shape);
}
