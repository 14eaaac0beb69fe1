namespace AirsPolicy.Language.Syntax;

/// <summary>What is recorded, masked and for how long it is kept.</summary>
internal sealed record AuditDeclarationSyntax(SyntaxToken Keyword, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Block);
}
