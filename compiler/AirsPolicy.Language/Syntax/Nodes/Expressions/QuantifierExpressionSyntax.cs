using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary><c>any s in LIST: E</c>, <c>all …</c> or <c>count …</c>; the body runs to the end of the expression.</summary>
internal sealed record QuantifierExpressionSyntax(
    SyntaxToken Keyword,
    SyntaxToken Variable,
    SyntaxToken InKeyword,
    ExpressionSyntax List,
    SyntaxToken Colon,
    ExpressionSyntax Body) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Variable, InKeyword, List, Colon, Body);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(Keyword.Span, Body.Span);
}
