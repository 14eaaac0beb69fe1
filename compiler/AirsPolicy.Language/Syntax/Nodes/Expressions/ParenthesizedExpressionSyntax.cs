using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary><c>(E)</c>.</summary>
internal sealed record ParenthesizedExpressionSyntax(
    SyntaxToken OpenParenthesis,
    ExpressionSyntax Expression,
    SyntaxToken CloseParenthesis) : ExpressionSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OpenParenthesis, Expression, CloseParenthesis);

    /// <inheritdoc/>
    public override TextSpan Span => Cover(OpenParenthesis.Span, CloseParenthesis.Span);
}
