namespace AirsPolicy.Language.Syntax;

/// <summary>A keyword with one word that completes a clause: <c>as mask</c>, <c>in fraud_review</c>, <c>otherwise halt</c>.</summary>
internal sealed record KeywordNameSyntax(SyntaxToken Keyword, SyntaxToken Name) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Name);
}
