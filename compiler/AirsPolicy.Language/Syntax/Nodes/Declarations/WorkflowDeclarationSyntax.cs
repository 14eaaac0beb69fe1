namespace AirsPolicy.Language.Syntax;

/// <summary>What agents do together.</summary>
internal sealed record WorkflowDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
