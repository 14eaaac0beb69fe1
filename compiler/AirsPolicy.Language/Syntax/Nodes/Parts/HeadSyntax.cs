namespace AirsPolicy.Language.Syntax;

/// <summary>What a declaration is called: <c>NAME ["as" TEXT] [TEXT]</c>, the name here, on the wire, and for people.</summary>
internal sealed record HeadSyntax(SyntaxToken Name, AliasSyntax? Alias, SyntaxToken? Title) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Name, Alias, Title);
}
