namespace AirsPolicy.Language.Syntax;

/// <summary>A rank of a scheme and what it requires.</summary>
internal sealed record TierDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Name,
    SyntaxToken InKeyword,
    PathSyntax Scheme,
    SyntaxToken? Title,
    BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Name, InKeyword, Scheme, Title, Block);
}
