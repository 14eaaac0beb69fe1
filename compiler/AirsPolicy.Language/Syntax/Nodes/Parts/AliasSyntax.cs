namespace AirsPolicy.Language.Syntax;

/// <summary>The name on the wire: <c>as "db-query"</c>.</summary>
public sealed record AliasSyntax(SyntaxToken AsKeyword, SyntaxToken Text) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(AsKeyword, Text);
}
