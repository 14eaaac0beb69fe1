namespace AirsPolicy.Language.Syntax;

/// <summary>People who decide.</summary>
internal sealed record QueueDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
