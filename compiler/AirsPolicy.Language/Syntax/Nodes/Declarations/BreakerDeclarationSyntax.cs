namespace AirsPolicy.Language.Syntax;

/// <summary>What contains by cutting off.</summary>
internal sealed record BreakerDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
