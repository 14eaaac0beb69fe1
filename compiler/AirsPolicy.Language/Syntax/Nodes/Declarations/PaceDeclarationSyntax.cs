namespace AirsPolicy.Language.Syntax;

/// <summary>The PACE chart of a layer, or of the system where it has no name.</summary>
internal sealed record PaceDeclarationSyntax(SyntaxToken Keyword, SyntaxToken? Layer, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Layer, Block);
}
