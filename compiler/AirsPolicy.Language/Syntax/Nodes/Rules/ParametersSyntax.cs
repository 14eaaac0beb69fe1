namespace AirsPolicy.Language.Syntax;

/// <summary>The parameters of a <c>let</c>: <c>(depth, width)</c>.</summary>
internal sealed record ParametersSyntax(
    SyntaxToken OpenParenthesis,
    SeparatedSyntaxList<SyntaxToken> Names,
    SyntaxToken CloseParenthesis) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OpenParenthesis, Names, CloseParenthesis);
}
