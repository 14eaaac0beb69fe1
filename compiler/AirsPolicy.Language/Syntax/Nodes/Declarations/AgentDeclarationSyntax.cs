namespace AirsPolicy.Language.Syntax;

/// <summary>An agent, maybe inside a workflow.</summary>
internal sealed record AgentDeclarationSyntax(
    SyntaxToken Keyword,
    HeadSyntax Head,
    KeywordNameSyntax? In,
    BlockSyntax Block) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Head, In, Block);
}
