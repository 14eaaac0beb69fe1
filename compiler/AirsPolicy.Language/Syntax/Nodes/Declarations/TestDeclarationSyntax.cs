namespace AirsPolicy.Language.Syntax;

/// <summary>A test of the policy.</summary>
internal sealed record TestDeclarationSyntax(
    SyntaxToken Keyword,
    SyntaxToken Text,
    KnownGapSyntax? KnownGap,
    BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Text, KnownGap, Block);
}
