namespace AirsPolicy.Language.Syntax;

/// <summary>What finds something in a text.</summary>
internal sealed record DetectorDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
