namespace AirsPolicy.Language.Syntax;

/// <summary>Tools under one name: <c>group NAME [TEXT] { tools TOOL, TOOL }</c>.</summary>
internal sealed record GroupDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
