namespace AirsPolicy.Language.Syntax;

/// <summary>A keyword with a text that completes a declaration: <c>as "risk owner"</c>.</summary>
internal sealed record KeywordTextSyntax(SyntaxToken Keyword, SyntaxToken Text) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Text);
}
