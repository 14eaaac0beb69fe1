namespace AirsPolicy.Language.Syntax;

/// <summary>How a tier is computed from a profile.</summary>
internal sealed record SchemeDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
