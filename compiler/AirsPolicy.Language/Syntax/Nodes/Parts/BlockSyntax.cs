namespace AirsPolicy.Language.Syntax;

/// <summary>The members of a declaration in braces.</summary>
internal sealed record BlockSyntax(SyntaxToken OpenBrace, SyntaxList<MemberSyntax> Members, SyntaxToken CloseBrace) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OpenBrace, Members, CloseBrace);
}
