namespace AirsPolicy.Language.Syntax;

/// <summary>The one system of a policy: its models, tiers, profile.</summary>
internal sealed record SystemDeclarationSyntax(SyntaxToken Keyword, HeadSyntax Head, BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, Block);
}
