namespace AirsPolicy.Language.Syntax;

/// <summary>Where a label comes from and what it may reach.</summary>
internal sealed record LabelDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
