namespace AirsPolicy.Language.Syntax;

/// <summary>A control: where it stands and what it decides.</summary>
internal sealed record ControlDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
