namespace AirsPolicy.Language.Syntax;

/// <summary>A fact the policy adds: <c>fact NAME: SHAPE [at POINTS] [from TEXT [within T] [on error EFFECT]]</c>.</summary>
internal sealed record FactDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Name,
    SyntaxToken Colon,
    ShapeSyntax Shape,
    AtMemberSyntax? At,
    FactSourceSyntax? Source) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Name, Colon, Shape, At, Source);
}
