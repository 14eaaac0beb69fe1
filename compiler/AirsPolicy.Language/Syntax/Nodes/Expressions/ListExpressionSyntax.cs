using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary><c>[a, b]</c>.</summary>
internal sealed record ListExpressionSyntax(
    SyntaxToken OpenBracket,
    SeparatedSyntaxList<ExpressionSyntax> Items,
    SyntaxToken CloseBracket) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OpenBracket, Items, CloseBracket);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(OpenBracket.Span, CloseBracket.Span);
}
