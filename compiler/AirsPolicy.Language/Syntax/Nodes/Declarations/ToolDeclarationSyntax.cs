namespace AirsPolicy.Language.Syntax;

/// <summary>A tool that may be called; without a block it has the defaults.</summary>
internal sealed record ToolDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax? Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
