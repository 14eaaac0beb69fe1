namespace AirsPolicy.Language.Syntax;

/// <summary>Rows that the policy brings along: <c>data NAME: SHAPE from TEXT</c>.</summary>
internal sealed record DataDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Name,
    SyntaxToken Colon,
    ShapeSyntax Shape,
    SyntaxToken From,
    SyntaxToken File) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Name, Colon, Shape, From, File);
}
