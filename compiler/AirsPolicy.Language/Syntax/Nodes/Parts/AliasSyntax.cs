namespace AirsPolicy.Language.Syntax;

/// <summary>The name on the wire: <c>as "db-query"</c>.</summary>
internal sealed record AliasSyntax(SyntaxToken AsKeyword, SyntaxToken Text) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(AsKeyword, Text);
}
