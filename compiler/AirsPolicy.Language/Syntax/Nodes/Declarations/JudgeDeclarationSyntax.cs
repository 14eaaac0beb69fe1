namespace AirsPolicy.Language.Syntax;

/// <summary>A model that judges content.</summary>
internal sealed record JudgeDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
